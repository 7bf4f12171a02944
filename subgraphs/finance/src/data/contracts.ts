import { contractMilestones, contracts } from '@aems/drizzle/finance/tables.ts'
import { type LimitedPagesOf, type List, limitedPagesOf, readList } from '@aems/kit/lists.ts'
import { type LoadMany, type LoadOne, loadMany, loadOne } from '@aems/kit/loaders.ts'
import { factRows, factRowsAsOf } from '@aems/kit/metrics/admission.ts'
import { list } from '@aems/kit/metrics/sql.ts'
import type { Connection, ListOrder, PageArguments } from '@aems/kit/pages.ts'
import { loadById, type Read } from '@aems/kit/rows.ts'
import { asc, inArray, sql } from 'drizzle-orm'
import type { ContractOrder, ContractState } from '../graph.generated.ts'
import { activeContracts, contractFacts, monthlyAmount } from '../metrics/contract-facts.ts'
import type { AdmissionInput, Admit } from './admission.ts'

export type ContractRow = typeof contracts.$inferSelect
export type ContractPage = Connection<ContractRow>
export type MilestoneRow = typeof contractMilestones.$inferSelect

export interface ContractListInput extends AdmissionInput {
  readonly state?: ContractState | null | undefined
  readonly orderBy?: ContractOrder | null | undefined
}

/** Contracts as the viewer may see them. */
export interface ContractData {
  readonly byId: LoadOne<string, ContractRow>
  /** The monthly value of a contract, by its id; null where it does not renew. */
  readonly monthlyAmount: LoadOne<string, { readonly id: string; readonly monthly: string | null }>
  /** A contract's milestones, those reached first before the others. */
  readonly milestones: LoadMany<string, MilestoneRow>
  readonly ofCustomer: LimitedPagesOf<ContractListInput, ContractRow>
  readonly ofProduct: LimitedPagesOf<ContractListInput, ContractRow>
  /** Those whose term overlaps the period; active ones as of its end, today at the latest. */
  list(input: ContractListInput, page: PageArguments): Promise<ContractPage>
}

const id = { sql: sql`${contracts.id}`, type: 'uuid' } as const

const sorts: Readonly<Record<ContractOrder, ListOrder>> = {
  STARTS_ON_DESC: { name: 'STARTS_ON_DESC', direction: 'desc', keys: [{ sql: sql`${contracts.startsOn}`, type: 'date' }, id] },
  AMOUNT_DESC: { name: 'AMOUNT_DESC', direction: 'desc', keys: [{ sql: sql`${contracts.amount}`, type: 'numeric' }, id] },
}

export function contractData(read: Read, admit: Admit): ContractData {
  const listOf = async ({ state, orderBy, ...input }: ContractListInput): Promise<List<typeof contracts>> => {
    const admission = await admit('RECOGNIZED_REVENUE', input)
    const rows = state === 'ACTIVE' ? factRowsAsOf(activeContracts, admission) : factRows(contractFacts, admission)
    return { table: contracts, ...rows, order: sorts[orderBy ?? 'STARTS_ON_DESC'] }
  }
  return {
    byId: loadById(read, contracts),
    monthlyAmount: loadOne(
      (ids) =>
        read((tx) =>
          tx.execute<{ id: string; monthly: string | null }>(
            sql`select ${contracts.id} as id, ${monthlyAmount}::text as monthly from ${contracts}
              where ${contracts.id} = any(${list(ids, 'uuid')})`,
          ),
        ),
      (row) => row.id,
    ),
    milestones: loadMany(
      (ids) =>
        read((tx) =>
          tx
            .select()
            .from(contractMilestones)
            .where(inArray(contractMilestones.contractId, [...ids]))
            .orderBy(asc(contractMilestones.reachedOn), asc(contractMilestones.name)),
        ),
      ({ contractId }) => contractId,
    ),
    ofCustomer: limitedPagesOf(read, listOf, sql`${contracts.customerId}`),
    ofProduct: limitedPagesOf(read, listOf, sql`${contracts.productId}`),
    list: async (input, page) => readList(read, await listOf(input), page),
  }
}
