import DataLoader from 'dataloader'
import { GraphError } from '../errors.ts'
import { rowViewer } from '../row-viewer.ts'
import { type Asking, type Compiled, compileQuestion, metricTable, readQuestion, shapeAnswer } from './engine.ts'
import type { MetricsQuery } from './query.ts'
import type { MetricTable } from './table.ts'

/**
 * Answers the questions that one request asks of a domain at the same time. Those that are served by rollups or by small
 * tables are answered in one transaction, sent without waiting for one another's replies; those that go through many facts
 * each take their turn.
 */
export function metricTables<Metric extends string, Dimension extends string>(
  asking: Asking<Metric, Dimension>,
): (query: MetricsQuery<Metric, Dimension>) => Promise<MetricTable> {
  const loader = new DataLoader<MetricsQuery<Metric, Dimension>, MetricTable>((queries) => answerAll(asking, queries), {
    cache: false,
  })
  return (query) => loader.load(query)
}

type Read<Metric extends string, Dimension extends string> =
  | { readonly compiled: Compiled<Metric, Dimension>; readonly found: Awaited<ReturnType<typeof readQuestion>> }
  /** Goes through many facts, or was broken off with the transaction of the others: asked by itself. */
  | 'by itself'
  | GraphError

async function answerAll<Metric extends string, Dimension extends string>(
  asking: Asking<Metric, Dimension>,
  queries: readonly MetricsQuery<Metric, Dimension>[],
): Promise<(MetricTable | Error)[]> {
  const { database, catalogue, viewer } = asking
  const byItself = (query: MetricsQuery<Metric, Dimension>) => metricTable(database, catalogue, viewer, query).catch(asError)
  const read = await database
    .asViewer(
      rowViewer(viewer),
      (tx) =>
        Promise.all(
          queries.map(async (query): Promise<Read<Metric, Dimension>> => {
            try {
              const compiled = await compileQuestion(tx, asking, query)
              return isLight(compiled) ? { compiled, found: await readQuestion(tx, compiled) } : 'by itself'
            } catch (error) {
              return error instanceof GraphError ? error : 'by itself'
            }
          }),
        ),
      { keepsPlans: true },
    )
    .catch(() => queries.map((): Read<Metric, Dimension> => 'by itself'))
  return Promise.all(
    queries.map((query, index) => {
      const each = read[index] ?? 'by itself'
      if (each instanceof GraphError) return each
      return each === 'by itself' ? byItself(query) : shapeAnswer(viewer, each.compiled, each.found).catch(asError)
    }),
  )
}

/** Whether a question reads none of the domain's large tables. */
function isLight<Metric extends string, Dimension extends string>({ resolved, layout }: Compiled<Metric, Dimension>): boolean {
  const { large = [] } = resolved.catalogue
  return layout.scans.every(({ fact }) => !fact.tables.some((table) => large.includes(table)))
}

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)))
