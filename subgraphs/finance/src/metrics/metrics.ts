import {
  accounts,
  expenses,
  projectedCustomers,
  projectedEmployees,
  projectedOrgUnits,
  projectedSuppliers,
} from '@aems/drizzle/finance/tables.ts'
import { defineCatalogue } from '@aems/kit/metrics/catalogue.ts'
import type { DimensionDefinition, MetricDefinition } from '@aems/kit/metrics/definition.ts'
import type { FinanceDimension, FinanceMetric } from '../graph.generated.ts'
import * as ofBalances from './balances.ts'
import * as ofBudget from './budget.ts'
import * as ofContracts from './contracts.ts'
import * as ofExpenses from './expenses.ts'
import * as ofIncome from './income.ts'
import { ageBuckets } from './invoice-facts.ts'
import * as ofInvoices from './invoices.ts'
import { ledgerRollup } from './ledger.ts'
import { withTargets } from './targets.ts'

const orgUnits = {
  kind: 'entity',
  members: [{ table: projectedOrgUnits, id: projectedOrgUnits.id, value: projectedOrgUnits.name, code: projectedOrgUnits.ref }],
  hierarchy: { table: projectedOrgUnits, id: projectedOrgUnits.id, parent: projectedOrgUnits.parentId },
  projectedAt: projectedOrgUnits.projectedAt,
} satisfies DimensionDefinition

const projected = (table: typeof projectedCustomers | typeof projectedSuppliers | typeof projectedEmployees) =>
  ({
    kind: 'entity',
    members: [{ table, id: table.id, value: table.name, code: table.ref }],
    projectedAt: table.projectedAt,
  }) satisfies DimensionDefinition

const fixed = (...all: string[]) => ({ kind: 'value', members: [], all }) satisfies DimensionDefinition

const dimensions: Record<FinanceDimension, DimensionDefinition> = {
  ACCOUNT: {
    kind: 'entity',
    members: [{ table: accounts, id: accounts.id, value: accounts.name, code: accounts.ref }],
    hierarchy: { table: accounts, id: accounts.id, parent: accounts.parentId },
  },
  ACCOUNT_TYPE: fixed('asset', 'liability', 'equity', 'revenue', 'expense', 'statistical'),
  ACCOUNT_SUBTYPE: fixed(
    ...['cash', 'receivable', 'inventory', 'fixed_asset', 'payable', 'debt', 'sales', 'other_income', 'cogs', 'payroll'],
    ...['marketing', 'research', 'travel', 'depreciation', 'interest', 'tax', 'other'],
  ),
  ORG_UNIT: orgUnits,
  LEGAL_ENTITY: orgUnits,
  SCENARIO: fixed('actual', 'budget', 'forecast'),
  CUSTOMER: projected(projectedCustomers),
  SUPPLIER: projected(projectedSuppliers),
  EXPENSE_CATEGORY: { kind: 'value', members: [{ table: expenses, value: expenses.category }] },
  EMPLOYEE: projected(projectedEmployees),
  AGE_BUCKET: fixed(...ageBuckets),
}

const families = { ...ofIncome, ...ofBudget, ...ofBalances, ...ofInvoices, ...ofExpenses, ...ofContracts }

/** A metric that the SDL declares and that no family exports does not compile, nor does the reverse. */
const metrics: Record<FinanceMetric, MetricDefinition<FinanceDimension>> &
  Record<Exclude<keyof typeof families, FinanceMetric>, never> = families

/** What finance can be asked. */
export const financeCatalogue = defineCatalogue<FinanceMetric, FinanceDimension>('finance', {
  metrics: withTargets(metrics),
  dimensions,
  rollups: [ledgerRollup],
  large: ['finance.ledger_entries', 'finance.invoices', 'finance.payments'],
})
