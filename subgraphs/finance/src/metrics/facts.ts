import { accounts, ledgerEntries } from '@aems/drizzle/finance/tables.ts'
import type { Fact, Reach } from '@aems/kit/metrics/definition.ts'
import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import type { FinanceDimension } from '../graph.generated.ts'

export type FinanceFact = Fact<FinanceDimension>
export type Scenario = 'actual' | 'budget' | 'forecast'

type Reaches = { readonly [Name in FinanceDimension]?: Reach }

const ledgerDimensions: Reaches = {
  ACCOUNT: { key: ledgerEntries.accountId },
  ACCOUNT_TYPE: { key: accounts.type },
  ACCOUNT_SUBTYPE: { key: accounts.subtype },
  ORG_UNIT: { key: ledgerEntries.orgUnitId },
  LEGAL_ENTITY: { key: ledgerEntries.legalEntityId },
}

const withAccount = sql`${ledgerEntries} join ${accounts}
  on ${accounts.tenantId} = ${ledgerEntries.tenantId} and ${accounts.id} = ${ledgerEntries.accountId}`

const known = sql`exists (select from ${ledgerEntries})`
const tables = ['finance.ledger_entries', 'finance.accounts']
const onItsDay: FinanceFact['timing'] = { kind: 'on', day: ledgerEntries.postedOn }

/** What happened, unless another scenario is asked for. */
const scenarioAskedFor: Pick<FinanceFact, 'dimensions' | 'unless'> = {
  dimensions: { ...ledgerDimensions, SCENARIO: { key: ledgerEntries.scenario } },
  unless: {
    dimensions: ['SCENARIO'],
    where: sql`${ledgerEntries.scenario} = 'actual'`,
    inWords: 'Budget and forecast are left out.',
  },
}

const planned = (scenario: Exclude<Scenario, 'actual'>): FinanceFact => ({
  name: `ledger entries of scenario ${scenario}`,
  tables,
  from: sql`${withAccount} and ${ledgerEntries.scenario} = ${sql.raw(`'${scenario}'`)}`,
  timing: onItsDay,
  dimensions: ledgerDimensions,
  known,
})

/** Entries of the ledger with their accounts, on their days. */
export const ledgerFacts: Readonly<Record<Scenario, FinanceFact>> = {
  actual: { name: 'ledger entries', tables, from: withAccount, timing: onItsDay, ...scenarioAskedFor, known },
  budget: planned('budget'),
  forecast: planned('forecast'),
}

/** All that was posted by a day: what balances are made of. */
export const balanceFacts: FinanceFact = {
  name: 'ledger entries to a day',
  tables,
  from: withAccount,
  timing: { kind: 'upTo', day: ledgerEntries.postedOn },
  ...scenarioAskedFor,
  known,
}

/** What an entry, or a sum of entries of one account, comes to in a figure. */
export type LedgerValue = (amount: SQLWrapper) => SQL

/** In its account's own direction: contra accounts reduce their type. */
export const signedAmount: LedgerValue = (amount) => sql`case when ${accounts.contra} then -${amount} else ${amount} end`

const isType = (type: string): SQL => sql`${accounts.type} = ${sql.raw(`'${type}'`)}`
const hasSubtype = (...subtypes: string[]): SQL =>
  sql`coalesce(${accounts.subtype}, 'other') in (${sql.raw(subtypes.map((subtype) => `'${subtype}'`).join(', '))})`

/** Kinds of accounts, as metrics name them. Accounts without a subtype are of subtype other. */
export const kinds = {
  anyRevenue: isType('revenue'),
  revenue: sql`${isType('revenue')} and not ${hasSubtype('other_income')}`,
  otherIncome: sql`${isType('revenue')} and ${hasSubtype('other_income')}`,
  anyExpense: isType('expense'),
  costOfGoods: sql`${isType('expense')} and ${hasSubtype('cogs')}`,
  operatingExpense: sql`${isType('expense')} and not ${hasSubtype('cogs', 'interest', 'tax')}`,
  depreciation: sql`${isType('expense')} and ${hasSubtype('depreciation')}`,
  payroll: sql`${isType('expense')} and ${hasSubtype('payroll')}`,
  cash: sql`${isType('asset')} and ${hasSubtype('cash')}`,
  assets: isType('asset'),
  fixedAssets: sql`${isType('asset')} and ${hasSubtype('fixed_asset')}`,
  inventory: sql`${isType('asset')} and ${hasSubtype('inventory')}`,
  currentAssets: sql`${isType('asset')} and ${hasSubtype('cash', 'receivable', 'inventory')}`,
  quickAssets: sql`${isType('asset')} and ${hasSubtype('cash', 'receivable')}`,
  debt: sql`${isType('liability')} and ${hasSubtype('debt')}`,
  currentLiabilities: sql`${isType('liability')} and not ${hasSubtype('debt')}`,
  equity: isType('equity'),
} as const
