import { signedIn } from '@aems/kit/context.ts'
import type { Serving } from '@aems/kit/serving.ts'
import type { LedgerEntryRow } from '../data/ledger-entries.ts'
import { seesUnitOf } from '../data/payroll.ts'
import type { LedgerEntryResolvers, LedgerScenario } from '../graph.generated.ts'
import { referenceTo } from './elsewhere.ts'

const scenarios: Readonly<Record<string, LedgerScenario>> = { actual: 'ACTUAL', budget: 'BUDGET', forecast: 'FORECAST' }

/** The database admits no other scenario. */
function scenarioOf({ id, scenario }: LedgerEntryRow): LedgerScenario {
  const found = scenarios[scenario]
  if (found === undefined) throw new TypeError(`Ledger entry ${id} has scenario ${scenario}.`)
  return found
}

export const LedgerEntry: Serving<LedgerEntryResolvers, Omit<LedgerEntryRow, 'scenario'>> = {
  __resolveReference: ({ id }, { finance }) => finance.ledgerEntries.byId(id),
  account: ({ accountId }, _, { finance }) => finance.accounts.byId(accountId),
  orgUnit: async ({ orgUnitId, accountId }, _, context) => {
    if (orgUnitId === null) return null
    return (await seesUnitOf(signedIn(context), context.finance.accounts, accountId)) ? { id: orgUnitId } : null
  },
  legalEntity: ({ legalEntityId }) => referenceTo(legalEntityId),
  scenario: scenarioOf,
}
