import type { Metric } from '@aems/schema/catalogue.ts'
import { type Text, tokensAt } from '../language/text.ts'
import type { MetricHit } from './metrics.ts'
import { range } from './places.ts'

/** Statements that people ask for as a whole, with their lines from top to bottom. */
const statements: readonly { readonly says: string; readonly domain: string; readonly lines: readonly string[] }[] = [
  {
    says: 'p&l|p and l|pnl|profit and loss(?: statement| account)?|profit & loss|income statement|statement of income',
    domain: 'finance',
    lines: [
      'REVENUE',
      'COST_OF_GOODS_SOLD',
      'GROSS_PROFIT',
      'OPERATING_EXPENSES',
      'OPERATING_INCOME',
      'OTHER_INCOME',
      'NET_INCOME',
    ],
  },
  {
    says: 'cash flow statement|statement of cash flows?|cash flows statement',
    domain: 'finance',
    lines: ['OPERATING_CASH_FLOW', 'FREE_CASH_FLOW', 'NET_CASH_FLOW', 'CASH_BALANCE'],
  },
]

/** The lines of a statement that a question names, as hits of which each is said by all its words; those that the catalogue has. */
export function statementHits(text: Text, metrics: readonly Metric[]): MetricHit[] {
  return statements.flatMap(({ says, domain, lines }) => {
    const match = new RegExp(`(?<![^ ])(?:${says})(?![^ ])`).exec(text.joined)
    if (!match) return []
    const [from, to] = tokensAt(text, match.index, match.index + match[0].length)
    return lines.flatMap((name): MetricHit[] => {
      const metric = metrics.find((one) => one.domain === domain && one.name === name)
      return metric ? [{ metric, tokens: range(from, to), coverage: 1, weight: 1, label: true, inOrder: true, stems: [] }] : []
    })
  })
}
