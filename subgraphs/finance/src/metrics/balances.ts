import { formula, ratio, trailing } from '@aems/kit/metrics/definition.ts'
import { type SQL, sql } from 'drizzle-orm'
import type { FinanceDimension } from '../graph.generated.ts'
import { kinds, type LedgerValue, ledgerFacts, signedAmount } from './facts.ts'
import { NET_INCOME } from './income.ts'
import { balanceOf, postedTo } from './ledger.ts'

/** What moved over the days asked about. */
const flowOf = (where: SQL, value?: LedgerValue) => postedTo(ledgerFacts.actual, where, value)

export const CASH_BALANCE = balanceOf(kinds.cash)

export const NET_CASH_FLOW = flowOf(kinds.cash)

/**
 * What an entry brings in cash from operations: income as it is, depreciation back, and what other assets took or
 * liabilities gave. Indirect method, IAS 7 §18(b) and §20; ASC 230-10-45-28.
 */
const isOperating = sql`(${kinds.anyRevenue} or (${kinds.anyExpense} and not (${kinds.depreciation}))
  or (${kinds.assets} and not (${kinds.cash}) and not (${kinds.fixedAssets})) or (${kinds.currentLiabilities}))`
const intoCash: LedgerValue = (amount) =>
  sql`case when ${kinds.anyRevenue} or ${kinds.currentLiabilities} then ${signedAmount(amount)} else -(${signedAmount(amount)}) end`

export const OPERATING_CASH_FLOW = flowOf(isOperating, intoCash)

/** Fixed assets take cash as they grow; what depreciation took from them cost none. */
const isFree = sql`(${isOperating} or (${kinds.fixedAssets}) or (${kinds.depreciation}))`

export const FREE_CASH_FLOW = flowOf(isFree, intoCash)

/** Cash lost a month, over three months; none where it grew. */
export const BURN_RATE = formula<FinanceDimension, 'flow'>({
  parts: { flow: trailing(NET_CASH_FLOW, { months: 3 }) },
  value: ({ flow }) => sql`greatest(-(${flow}), 0) / 3`,
})

export const RUNWAY_MONTHS = formula<FinanceDimension, 'balance' | 'burn'>({
  parts: { balance: CASH_BALANCE, burn: BURN_RATE },
  value: ({ balance, burn }) => sql`${balance} / nullif(${burn}, 0)`,
})

const currentLiabilities = balanceOf(kinds.currentLiabilities)
const equity = balanceOf(kinds.equity)

export const CURRENT_RATIO = ratio({ of: balanceOf(kinds.currentAssets), to: currentLiabilities })

export const QUICK_RATIO = ratio({ of: balanceOf(kinds.quickAssets), to: currentLiabilities })

export const DEBT_TO_EQUITY = ratio({ of: balanceOf(kinds.debt), to: equity })

export const RETURN_ON_ASSETS = ratio({ of: NET_INCOME, to: balanceOf(kinds.assets) })

export const RETURN_ON_EQUITY = ratio({ of: NET_INCOME, to: equity })

export const WORKING_CAPITAL = balanceOf(
  sql`((${kinds.currentAssets}) or (${kinds.currentLiabilities}))`,
  (amount) => sql`case when ${kinds.assets} then ${signedAmount(amount)} else -(${signedAmount(amount)}) end`,
)
