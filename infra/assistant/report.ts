import type { Judged, Verdict } from './judge.ts'
import type { Item } from './questions.ts'

/** A question, judged; or why it was not asked. */
export interface Result {
  readonly item: Item
  readonly judged: Judged | null
  readonly skipped: string | null
  readonly understood: unknown
  readonly text: string
  readonly milliseconds: number
}

const right: ReadonlySet<Verdict> = new Set(['correct', 'asked', 'declined'])

interface Tally {
  readonly items: number
  readonly correct: number
  readonly wrong: number
  readonly needless: number
  readonly failed: number
}

function tally(results: readonly Result[]): Tally {
  const count = (test: (verdict: Verdict) => boolean): number =>
    results.filter(({ judged }) => judged && test(judged.verdict)).length
  const outside = count((verdict) => verdict === 'outside')
  const asked = results.filter(({ judged }) => judged).length
  return {
    items: asked - outside,
    correct: count((verdict) => right.has(verdict)),
    wrong: count((verdict) => verdict === 'wrong'),
    needless: count((verdict) => verdict === 'needless'),
    failed: count((verdict) => verdict === 'failed'),
  }
}

/** Wilson's interval of a rate at 95 %: few items tell little. */
export function wilson(successes: number, trials: number): readonly [number, number] {
  if (trials === 0) return [0, 1]
  const z = 1.959964
  const rate = successes / trials
  const centre = rate + (z * z) / (2 * trials)
  const spread = z * Math.sqrt((rate * (1 - rate)) / trials + (z * z) / (4 * trials * trials))
  const scale = 1 + (z * z) / trials
  return [(centre - spread) / scale, (centre + spread) / scale]
}

export interface Report extends Tally {
  readonly correctRate: number
  readonly wrongRate: number
  readonly interval: readonly [number, number]
  readonly byKind: Readonly<Record<string, Tally>>
  readonly byDomain: Readonly<Record<string, Tally>>
  /** Of those declined rightly, how many gave the right reason. */
  readonly rightReasons: number
  /** Questions about metrics that the graph does not have, and that were not answered. */
  readonly outside: number
  readonly skipped: readonly { readonly id: string; readonly why: string }[]
  readonly p95Milliseconds: number
  readonly misses: readonly {
    readonly id: string
    readonly question: string
    readonly verdict: Verdict
    readonly faults: readonly string[]
    readonly understood: unknown
    readonly text: string
  }[]
}

/** Sums results up, without the optional ones. */
export function reportOf(all: readonly Result[]): Report {
  const results = all.filter(({ item }) => !item.optional)
  const whole = tally(results)
  const groups = (key: (item: Item) => readonly string[]): Record<string, Tally> => {
    const values = [...new Set(results.flatMap(({ item }) => key(item)))].toSorted()
    return Object.fromEntries(values.map((value) => [value, tally(results.filter(({ item }) => key(item).includes(value)))]))
  }
  const times = results
    .filter(({ judged }) => judged)
    .map(({ milliseconds }) => milliseconds)
    .toSorted((a, b) => a - b)
  return {
    ...whole,
    correctRate: whole.items === 0 ? 0 : whole.correct / whole.items,
    wrongRate: whole.items === 0 ? 0 : whole.wrong / whole.items,
    interval: wilson(whole.correct, whole.items),
    byKind: groups((item) => [item.kind]),
    byDomain: groups((item) => item.domains),
    rightReasons: results.filter(({ judged }) => judged?.verdict === 'declined' && judged.faults.length === 0).length,
    outside: results.filter(({ judged }) => judged?.verdict === 'outside').length,
    skipped: results.flatMap(({ item, skipped }) => (skipped === null ? [] : [{ id: item.id, why: skipped }])),
    p95Milliseconds: times[Math.floor(times.length * 0.95)] ?? 0,
    misses: results.flatMap(({ item, judged, understood, text }) =>
      judged && !right.has(judged.verdict) && judged.verdict !== 'outside'
        ? [{ id: item.id, question: item.question, verdict: judged.verdict, faults: judged.faults, understood, text }]
        : [],
    ),
  }
}

const percent = (rate: number): string => `${(rate * 100).toFixed(1)} %`

/** The report for people. */
export function printedReport(report: Report): string {
  const line = (name: string, { items, correct, wrong, needless, failed }: Tally): string =>
    `${name.padEnd(12)} ${String(items).padStart(4)} asked, ${String(correct).padStart(4)} right, ${wrong} wrong, ${needless} needless, ${failed} failed`
  const misses = report.misses.map(
    ({ id, question, verdict, faults, understood, text }) =>
      `${verdict} ${id}: ${question}\n    ${faults.join('; ')}\n    understood ${JSON.stringify(understood)}\n    said ${text.slice(0, 300)}`,
  )
  const [low, high] = report.interval
  return [
    ...misses,
    ...(misses.length > 0 ? [''] : []),
    ...Object.entries(report.byKind).map(([name, one]) => line(name, one)),
    ...Object.entries(report.byDomain).map(([name, one]) => line(name, one)),
    line('all', report),
    `right ${percent(report.correctRate)} (95 %: ${percent(low)} to ${percent(high)}), wrong ${percent(report.wrongRate)}, answers within ${report.p95Milliseconds} ms (p95)`,
    `${report.outside} about figures that the graph does not have were not answered; ${report.rightReasons} were declined for the right reason`,
    ...report.skipped.map(({ id, why }) => `skipped ${id}: ${why}`),
  ].join('\n')
}
