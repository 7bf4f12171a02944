import { opportunities } from '@aems/drizzle/sales/tables.ts'
import { type LimitedPagesOf, type List, limitedPagesOf, readList } from '@aems/kit/lists.ts'
import type { LoadOne } from '@aems/kit/loaders.ts'
import { everything, factRows, factRowsAsOf } from '@aems/kit/metrics/admission.ts'
import type { Connection, ListOrder, PageArguments } from '@aems/kit/pages.ts'
import { loadById, type Read } from '@aems/kit/rows.ts'
import { inArray, type SQL, sql } from 'drizzle-orm'
import type { OpportunityOrder, OpportunityState } from '../graph.generated.ts'
import { openOpportunities, opportunityBegan, settledOpportunities } from '../metrics/facts.ts'
import type { Admission, AdmissionInput, Admit } from './admission.ts'

export type OpportunityRow = typeof opportunities.$inferSelect
export type OpportunityPage = Connection<OpportunityRow>

export interface OpportunityListInput extends AdmissionInput {
  readonly state?: OpportunityState | null | undefined
  readonly orderBy?: OpportunityOrder | null | undefined
}

/** Opportunities as the viewer may see them. */
export interface OpportunityData {
  readonly byId: LoadOne<string, OpportunityRow>
  readonly ofCustomer: LimitedPagesOf<OpportunityListInput, OpportunityRow>
  readonly ofSalesPerson: LimitedPagesOf<OpportunityListInput, OpportunityRow>
  readonly ofProduct: LimitedPagesOf<OpportunityListInput, OpportunityRow>
  /** Those that the metrics of their state count under the same conditions. */
  list(input: OpportunityListInput, page: PageArguments): Promise<OpportunityPage>
}

const id = { sql: sql`${opportunities.id}`, type: 'uuid' } as const

const sorts: Readonly<Record<OpportunityOrder, ListOrder>> = {
  AMOUNT_DESC: {
    name: 'AMOUNT_DESC',
    direction: 'desc',
    keys: [{ sql: sql`coalesce(${opportunities.amount}, '-Infinity')`, type: 'numeric' }, id],
  },
  CLOSED_ON_DESC: {
    name: 'CLOSED_ON_DESC',
    direction: 'desc',
    keys: [{ sql: sql`coalesce(${opportunities.closedOn}, 'infinity')`, type: 'date' }, id],
  },
}

export function opportunityData(read: Read, admit: Admit): OpportunityData {
  const listOf = async ({ state, orderBy, ...input }: OpportunityListInput): Promise<List<typeof opportunities>> => {
    const rows = inState(state ?? 'ANY', await admit('PIPELINE', input))
    return { table: opportunities, ...rows, order: sorts[orderBy ?? 'AMOUNT_DESC'] }
  }
  return {
    byId: loadById(read, opportunities),
    ofCustomer: limitedPagesOf(read, listOf, sql`${opportunities.customerId}`),
    ofSalesPerson: limitedPagesOf(read, listOf, sql`${opportunities.salesPersonId}`),
    ofProduct: limitedPagesOf(read, listOf, sql`${opportunities.productId}`),
    list: async (input, page) => readList(read, await listOf(input), page),
  }
}

/** The facts of the state's metrics, in the same words. */
function inState(state: OpportunityState, admission: Admission): { from: SQL; where: SQL[] } {
  if (state === 'ANY') return there(admission)
  if (state === 'OPEN') return factRowsAsOf(openOpportunities, admission)
  const { from, where } = factRows(settledOpportunities, admission)
  return { from, where: [...where, inArray(opportunities.stage, state === 'CLOSED' ? ['won', 'lost'] : [state.toLowerCase()])] }
}

/** Opportunities that were there at some time in the period; those without days always were. */
function there({ conditions, days }: Admission): { from: SQL; where: SQL[] } {
  const { from, where } = factRows(settledOpportunities, { conditions, days: everything.days })
  const began = days.to === null ? [] : [sql`(${opportunityBegan} is null or ${opportunityBegan} <= ${days.to}::date)`]
  const ended =
    days.from === null ? [] : [sql`(${opportunities.closedOn} is null or ${opportunities.closedOn} >= ${days.from}::date)`]
  return { from, where: [...where, ...began, ...ended] }
}
