import { accounts, rollupDeltas as deltas, ledgerEntries, rollups } from '@aems/drizzle/finance/tables.ts'
import type { Grain } from '@aems/kit/metrics/cover.ts'
import { additive, type Measure, type Source, type Sum } from '@aems/kit/metrics/definition.ts'
import type { RolledSum, Rollup, RollupSplit } from '@aems/kit/metrics/rollups.ts'
import type { Viewer } from '@aems/kit/viewer.ts'
import { type Column, type SQL, sql } from 'drizzle-orm'
import type { FinanceDimension } from '../graph.generated.ts'
import { balanceFacts, type FinanceFact, type LedgerValue, ledgerFacts, type Scenario, signedAmount } from './facts.ts'

/** How each sum over the ledger is read from cells; every one is made by `ledgerSum`. */
const sums = new Map<Source<FinanceDimension>, RolledSum>()

const scenarioOf = new Map<FinanceFact, Scenario>([
  [ledgerFacts.budget, 'budget'],
  [ledgerFacts.forecast, 'forecast'],
])

/** A sum of what is posted to some accounts, out of entries or of what is kept summed of them. */
export function ledgerSum(fact: FinanceFact, where: SQL, value: LedgerValue = signedAmount): Sum<FinanceDimension> {
  const sum: Sum<FinanceDimension> = { kind: 'sum', fact, where, value: () => value(ledgerEntries.amount) }
  const scenario = scenarioOf.get(fact)
  const planned = scenario === undefined ? where : sql`${where} and rolled.scenario = ${sql.raw(`'${scenario}'`)}`
  sums.set(sum, { value: value(sql.raw('rolled.amount')), facts: 'entries', where: planned })
  return sum
}

/** What moved on some accounts over the days asked about. */
export const postedTo = (fact: FinanceFact, where: SQL, value?: LedgerValue): Measure<FinanceDimension> =>
  additive(ledgerSum(fact, where, value))

/** What some accounts stand at as of a day. */
export const balanceOf = (where: SQL, value?: LedgerValue): Measure<FinanceDimension> =>
  additive(ledgerSum(balanceFacts, where, value))

const account = sql.raw('rolled.account_id')
const scenario = sql.raw('rolled.scenario')

/** What is told of a cell by its account and scenario alone. */
const ofEveryCell = {
  ACCOUNT: { key: account },
  ACCOUNT_TYPE: { key: accounts.type },
  ACCOUNT_SUBTYPE: { key: accounts.subtype },
  SCENARIO: { key: scenario },
}

const byMember = (dimension: FinanceDimension, member: Column, grains: readonly Grain[]): RollupSplit<FinanceDimension> => ({
  dimension,
  grains,
  byId: true,
  deltas: { member },
  reaches: (key) => ({ ...ofEveryCell, [dimension]: { key } }),
})

/** A manager sees entries of their own units alone, unless they may see all: not what the cells were summed from. */
const seesEveryUnit = ({ scopes }: Viewer): boolean => scopes.has('hr:all')

/** Sums of entries by account and scenario. */
export const ledgerRollup: Rollup<FinanceDimension> = {
  cells: { name: 'finance.rollups', table: rollups },
  deltas,
  keys: { scenario: ledgerEntries.scenario, account_id: ledgerEntries.accountId },
  join: sql`join ${accounts} on ${accounts.id} = ${account}`,
  unless: sql`${scenario} = 'actual'`,
  splits: [
    { dimension: '', grains: ['day', 'month', 'year'], deltas: {}, reaches: () => ofEveryCell },
    byMember('ORG_UNIT', deltas.orgUnitId, ['month', 'year']),
    byMember('LEGAL_ENTITY', deltas.legalEntityId, ['month', 'year']),
  ],
  sums,
  adds: { entries: sql`1`, amount: ledgerEntries.amount },
  known: sql`(exists (select from ${rollups}) or exists (select from ${deltas}))`,
  serves: seesEveryUnit,
}
