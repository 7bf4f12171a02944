import { outcome } from '../components/tile/outcome.ts'
import type { TileState } from '../components/tile/Tile.tsx'
import type { DealsPageQuery, SalesMetric, SalesPageQuery } from '../gql/graphql.ts'
import type { GraphFault } from '../graph/request.ts'
import { byValue, type Money } from './findings.ts'
import { PipelineTile } from './PipelineTile.tsx'
import { QuotaTile } from './QuotaTile.tsx'
import type { Reach } from './reach.ts'
import { SplitTile } from './SplitTile.tsx'
import { TopTable } from './TopTable.tsx'
import { TrendTile } from './TrendTile.tsx'
import type { Table } from './table.ts'

/** What the page's operation brought; the second part only for companies that sell by deals alone. */
export type SalesData = SalesPageQuery & Partial<DealsPageQuery>

interface EvidenceProps {
  readonly data: SalesData
  readonly faults: readonly GraphFault[]
  readonly money: Money
  readonly reach: Reach
}

/** Trend, splits, rankings, pipeline and quota: each on its own, so that one that fails leaves the others whole. */
export function Evidence({ data, faults, money, reach }: EvidenceProps) {
  const tile = tileOf(data, faults)
  return (
    <>
      <TrendTile result={tile('trend', money, unsold[money])} money={money} />
      {money === 'NET_REVENUE' ? <ByOrders tile={tile} /> : <ByDeals tile={tile} />}
      <div className="two">
        <PipelineTile result={tile('pipeline', 'OPEN_OPPORTUNITIES', noPipeline)} beyond={reach('PIPELINE')} />
        <QuotaTile result={tile('sellers', 'QUOTA', noTargets)} beyond={reach('QUOTA')} />
      </div>
    </>
  )
}

function ByOrders({ tile }: { readonly tile: Tiles }) {
  const money = 'NET_REVENUE'
  const none = unsold[money]
  return (
    <>
      <div className="two">
        <SplitTile
          name="Territory"
          dimension="TERRITORY"
          money={money}
          result={tile('territories', money, noTerritories, true)}
        />
        <SplitTile name="Category" dimension="CATEGORY" money={money} result={tile('categories', money, noCategories, true)} />
      </div>
      <TopTable
        noun="customer"
        dimension="CUSTOMER"
        money={money}
        also={['ORDERS', 'GROSS_MARGIN']}
        result={tile('customers', money, none)}
      />
      <TopTable
        noun="product"
        dimension="PRODUCT"
        money={money}
        also={['GROSS_MARGIN', 'UNITS_SOLD']}
        result={tile('products', money, none)}
      />
    </>
  )
}

function ByDeals({ tile }: { readonly tile: Tiles }) {
  const money = 'WON_AMOUNT'
  const [none, also] = [unsold[money], ['OPPORTUNITIES_WON', 'WIN_RATE'] as const]
  return (
    <>
      <div className="two">
        <SplitTile name="Industry" dimension="INDUSTRY" money={money} result={tile('industries', money, noIndustries, true)} />
        <SplitTile name="Category" dimension="CATEGORY" money={money} result={tile('categories', money, noCategories, true)} />
      </div>
      <TopTable noun="seller" dimension="SALES_PERSON" money={money} also={also} result={tile('wonSellers', money, none)} />
      <TopTable noun="customer" dimension="CUSTOMER" money={money} also={also} result={tile('wonCustomers', money, none)} />
      <TopTable noun="product" dimension="PRODUCT" money={money} also={also} result={tile('wonProducts', money, none)} />
    </>
  )
}

interface Empty {
  readonly title: string
  readonly remedy: string
}

const widen = 'Choose a longer period, or remove a filter.'
const unsold: Record<Money, Empty> = {
  NET_REVENUE: { title: 'No orders in these days', remedy: widen },
  WON_AMOUNT: { title: 'Nothing was won in these days', remedy: widen },
}
const noTerritories = {
  title: 'No sales by territory',
  remedy: 'Orders that name their territory stand here. Import territories.csv, or choose a longer period.',
}
const noCategories = {
  title: 'No sales by category',
  remedy: 'Products that have a category stand here. Name it in products.csv, or choose a longer period.',
}
const noIndustries = {
  title: 'Nothing won by industry',
  remedy: 'Customers that have an industry stand here. Name it in customers.csv, or choose a longer period.',
}
const noPipeline = {
  title: 'No open opportunities',
  remedy: 'Opportunities that are neither won nor lost stand here, by stage. Import opportunities.csv to fill it.',
}
const noTargets = {
  title: 'No targets in these days',
  remedy: 'Sales targets by person stand here. Import sales_targets.csv to fill it.',
}

type TableField = { [Field in keyof SalesData]-?: NonNullable<SalesData[Field]> extends Table ? Field : never }[keyof SalesData]

/** The state of a tile: of which field, by which metric, what would fill it, and whether only named members count. */
type Tiles = (field: TableField, metric: SalesMetric, empty: Empty, named?: boolean) => TileState<Table>

function tileOf(data: SalesData, faults: readonly GraphFault[]): Tiles {
  return (field, metric, empty, named = false) =>
    outcome<Table>(field, data[field], faults, {
      ...empty,
      when: ({ rows }) => byValue(named ? rows.filter((row) => row.keys[0]?.value != null) : rows, metric).length === 0,
    })
}
