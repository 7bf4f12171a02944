/** One measured figure, held against a baseline that was measured in the same run. */
export interface Figure {
  readonly name: string
  /** Not a number where there was nothing to measure; the note says why. */
  readonly value: number
  /** Such as ms, rows/s, requests/s or MB. */
  readonly unit: string
  /** What the same work costs at its barest. Absent where nothing comparable exists. */
  readonly baseline?: { readonly name: string; readonly value: number }
  /** Size of the data, number of callers: whatever a reader needs to judge the figure. */
  readonly note?: string
}

/** What a reader may leave out. */
export interface BenchOptions {
  /** The tenth of the data or all of it, where a benchmark measures both; null: both. */
  readonly size: 'tenth' | 'full' | null
}

/** Something that `npm run bench` measures. */
export interface Bench {
  /** What stands after `npm run bench --`. */
  readonly name: string
  /** One line on what is measured. */
  readonly about: string
  /** Measures; says on `progress` what it is doing. Bounded in time, and leaves nothing behind but its data folder. */
  run(progress: (line: string) => void, options: BenchOptions): Promise<Figure[]>
}

/** The p-th percentile of samples, 0 to 100, by the nearest-rank method. */
export function percentile(samples: readonly number[], p: number): number {
  const sorted = [...samples].sort((a, b) => a - b)
  const rank = Math.max(1, Math.ceil((p / 100) * sorted.length))
  const found = sorted[rank - 1]
  if (found === undefined) throw new RangeError('A percentile needs at least one sample.')
  return found
}

/** Milliseconds that each of `count` runs of `work` takes, after `warmUp` runs that are not counted. */
export async function timings(work: () => Promise<unknown>, count: number, warmUp = 3): Promise<number[]> {
  for (let run = 0; run < warmUp; run += 1) await work()
  const samples: number[] = []
  for (let run = 0; run < count; run += 1) {
    const start = performance.now()
    await work()
    samples.push(performance.now() - start)
  }
  return samples
}

const digits = (value: number): string => value.toLocaleString('en-US', { maximumSignificantDigits: value < 1000 ? 3 : 6 })

/** The figures as a Markdown table, as `docs/benchmarks.md` keeps them. */
export function table(figures: readonly Figure[]): string {
  const rows = figures.map(({ name, value, unit, baseline, note }) => [
    name,
    Number.isNaN(value) ? '' : `${digits(value)} ${unit}`,
    baseline ? `${digits(baseline.value)} ${unit} (${baseline.name})` : '',
    baseline ? `${digits(value / baseline.value)} ×` : '',
    note ?? '',
  ])
  const lines = [['figure', 'measured', 'baseline', 'ratio', 'note'], ['---', '---:', '---:', '---:', '---'], ...rows]
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}
