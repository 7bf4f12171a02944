import type { DomainDatabase } from '@aems/drizzle/client.ts'
import { badInput } from '@aems/kit/errors.ts'
import { metricTable } from '@aems/kit/metrics/engine.ts'
import type { MetricKey, MetricTable } from '@aems/kit/metrics/table.ts'
import type { Viewer } from '@aems/kit/viewer.ts'
import { type Effects, priceVolumeMix, type SoldInTwo } from '../domain/price-volume-mix.ts'
import type { QueryRevenueBridgeArgs, SalesDimension, SalesMetricsQuery } from '../graph.generated.ts'
import { salesCatalogue } from '../metrics/metrics.ts'

/** Amounts as the graph has them. */
export type BridgeAmounts = Readonly<Record<keyof Effects | 'opening' | 'closing', string>>

export interface RevenueBridgeRow extends BridgeAmounts {
  readonly period: MetricTable['period']
  readonly comparedWith: MetricTable['period']
  readonly members: readonly (BridgeAmounts & { readonly key: MetricKey })[]
}

const most = 10_000
const places = 4

/** What made revenue differ between two periods, by what each member sold in both. */
export async function revenueBridge(
  database: DomainDatabase,
  viewer: Viewer,
  { period, compareWith, by, where }: QueryRevenueBridgeArgs,
): Promise<RevenueBridgeRow> {
  const dimension = by ?? 'PRODUCT'
  const query: SalesMetricsQuery = {
    metrics: ['NET_REVENUE', 'UNITS_SOLD'],
    period,
    by: [dimension],
    where,
    first: most,
    ...(compareWith == null && { compare: 'PREVIOUS_YEAR' }),
  }
  const table = (asked: SalesMetricsQuery) => metricTable(database, salesCatalogue, viewer, asked)
  const now = await table(query)
  const before = compareWith == null ? null : await table({ ...query, period: compareWith })
  for (const { rowCount } of [now, ...(before ? [before] : [])]) checkCount(rowCount, dimension)
  const comparedWith = before?.period ?? now.comparedTo
  if (comparedWith === null) throw new TypeError('A comparison without days to compare with.')
  const sold = before
    ? joined(soldIn(now, 'value'), soldIn(before, 'value'))
    : joined(soldIn(now, 'value'), soldIn(now, 'previous'))
  return { period: now.period, comparedWith, ...bridge([...sold.values()], dimension) }
}

function checkCount(count: number, dimension: SalesDimension): void {
  if (count <= most) return
  throw badInput(
    `${dimension} has ${count.toLocaleString('en')} members in the period; a bridge takes up to ${most.toLocaleString('en')}. Limit it with where, or take a coarser split.`,
  )
}

interface Sold {
  readonly key: MetricKey
  readonly revenue: bigint
  readonly units: bigint
}

/** What each member sold. What totals have beyond the rows was sold of no member. */
function soldIn({ rows, totals }: MetricTable, part: 'value' | 'previous'): Map<string, Sold> {
  const amounts = (cells: MetricTable['totals']) => cells.map((cell) => scaled(cell[part]))
  const found = new Map<string, Sold>()
  let [revenueLeft = 0n, unitsLeft = 0n] = amounts(totals)
  for (const { keys, cells } of rows) {
    const [key] = keys
    const [revenue = 0n, units = 0n] = amounts(cells)
    revenueLeft -= revenue
    unitsLeft -= units
    if (key) found.set(key.id ?? key.value ?? '', { key, revenue, units })
  }
  if (revenueLeft !== 0n || unitsLeft !== 0n) {
    const dimension = rows[0]?.keys[0]?.dimension ?? ''
    found.set('', { key: { dimension, value: null, label: 'none', id: null }, revenue: revenueLeft, units: unitsLeft })
  }
  return found
}

function joined(now: Map<string, Sold>, before: Map<string, Sold>): Map<string, SoldInTwo & { readonly key: MetricKey }> {
  const nothing = { revenue: 0n, units: 0n }
  return new Map(
    [...new Set([...now.keys(), ...before.keys()])].flatMap((id) => {
      const [later, earlier] = [now.get(id), before.get(id)]
      const key = later?.key ?? earlier?.key
      return key ? [[id, { key, now: later ?? nothing, before: earlier ?? nothing }]] : []
    }),
  )
}

function bridge(sold: readonly (SoldInTwo & { readonly key: MetricKey })[], dimension: string) {
  const effects = priceVolumeMix(sold)
  const members = sold
    .map(({ key, now, before }, index) => ({
      key: { ...key, dimension },
      opening: before.revenue,
      closing: now.revenue,
      ...(effects[index] ?? { price: 0n, volume: 0n, mix: 0n, gained: 0n, lost: 0n }),
    }))
    .filter(({ opening, closing }) => opening !== 0n || closing !== 0n)
    .sort((a, b) => compare(size(b.closing - b.opening), size(a.closing - a.opening)))
  const total = (name: keyof Effects | 'opening' | 'closing') => written(members.reduce((sum, each) => sum + each[name], 0n))
  return {
    ...amountsOf(total),
    members: members.map((each) => ({ key: each.key, ...amountsOf((name) => written(each[name])) })),
  }
}

const amountsOf = (amount: (name: keyof BridgeAmounts) => string): BridgeAmounts => ({
  opening: amount('opening'),
  price: amount('price'),
  volume: amount('volume'),
  mix: amount('mix'),
  gained: amount('gained'),
  lost: amount('lost'),
  closing: amount('closing'),
})

const size = (amount: bigint): bigint => (amount < 0n ? -amount : amount)
const compare = (a: bigint, b: bigint): number => (a === b ? 0 : a < b ? -1 : 1)

/** A decimal of up to four places in ten-thousandths; nothing is none. */
function scaled(amount: string | null): bigint {
  const [whole = '0', fraction = ''] = (amount ?? '0').split('.')
  return BigInt(whole + fraction.slice(0, places).padEnd(places, '0'))
}

function written(amount: bigint): string {
  const digits = String(size(amount)).padStart(places + 1, '0')
  return `${amount < 0n ? '-' : ''}${digits.slice(0, -places)}.${digits.slice(-places)}`
}
