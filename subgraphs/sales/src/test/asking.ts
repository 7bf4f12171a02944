import type { DomainDatabase, DomainDatabaseOptions } from '@aems/drizzle/client.ts'
import { copyTemplate, type FreshDatabase } from '@aems/drizzle/testing.ts'
import { metricTable } from '@aems/kit/metrics/engine.ts'
import type { MetricsQuery } from '@aems/kit/metrics/query.ts'
import type { MetricCell, MetricTable } from '@aems/kit/metrics/table.ts'
import { afterAll, beforeAll } from 'vitest'
import type { SalesDimension, SalesMetric } from '../graph.generated.ts'
import { salesCatalogue } from '../metrics/metrics.ts'
import { type SmallCompany, smallCompany } from './small-company.ts'

export type Query = Partial<MetricsQuery<SalesMetric, SalesDimension>>

export const firstQuarter = { from: '2024-01-01', to: '2024-03-31' }

export const figures = (cells: readonly MetricCell[]) => Object.fromEntries(cells.map(({ metric, value }) => [metric, value]))

/** The small company, ready before the tests of a file and gone after them. */
export interface Asked {
  readonly sales: DomainDatabase
  readonly admin: FreshDatabase['admin']
  openSales(options: DomainDatabaseOptions): DomainDatabase
  readonly company: SmallCompany
  /** Every statement that its questions have sent. */
  readonly statements: string[]
}

/** Asks the small company: net revenue of the first quarter, unless a question says otherwise. */
export function askingTheSmallCompany() {
  let asked: Asked | undefined
  let drop = async () => {}
  beforeAll(async () => {
    const copy = await copyTemplate()
    drop = copy.drop
    const statements: string[] = []
    const openSales = (options: DomainDatabaseOptions) => copy.database.open('sales', options)
    asked = {
      company: await smallCompany(copy.database),
      admin: copy.database.admin,
      openSales,
      sales: openSales({ onStatement: (statement) => statements.push(statement) }),
      statements,
    }
  })
  afterAll(() => drop())
  const ready = (): Asked => {
    if (asked === undefined) throw new Error('The small company is there once the tests run.')
    return asked
  }
  const ask = (query: Query, viewer = ready().company.viewer): Promise<MetricTable> =>
    metricTable(ready().sales, salesCatalogue, viewer, { metrics: ['NET_REVENUE'], period: firstQuarter, ...query })
  /** Values of the first metric, by what the rows stand for. */
  const split = async (query: Query): Promise<Record<string, string | null>> => {
    const { rows } = await ask(query)
    return Object.fromEntries(
      rows.map(({ keys, period, cells }) => [
        [...keys.map(({ label }) => label), ...(period ? [period.from] : [])].join(' '),
        cells[0]?.value ?? null,
      ]),
    )
  }
  return { ask, split, ready }
}
