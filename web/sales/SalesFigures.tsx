import { outcome } from '../components/tile/outcome.ts'
import type { TileState } from '../components/tile/Tile.tsx'
import { ExplainProvider } from '../explain/ExplainProvider.tsx'
import { daysName, periodName } from '../format/period.ts'
import type { SalesPageQuery } from '../gql/graphql.ts'
import type { GraphFault } from '../graph/request.ts'
import { FilterBar } from './FilterBar.tsx'
import type { Scope } from './filters.ts'
import { byValue, type Money, pageFinding } from './findings.ts'
import { Kpis } from './Kpis.tsx'
import { PipelineTile } from './PipelineTile.tsx'
import { QuotaTile } from './QuotaTile.tsx'
import { SplitTile } from './SplitTile.tsx'
import { TopTable } from './TopTable.tsx'
import { TrendTile } from './TrendTile.tsx'
import { leadingMetric, type Table } from './table.ts'

interface SalesFiguresProps {
  readonly data: SalesPageQuery
  readonly faults: readonly GraphFault[]
  readonly scope: Scope
  readonly company: string
}

/** The sales page: the finding, six figures, and the evidence for them. */
export function SalesFigures({ data, faults, scope, company }: SalesFiguresProps) {
  const { headline } = data
  const leading = leadingMetric(headline)
  const money = leading ?? 'NET_REVENUE'
  const splits = [data.territories, data.categories].filter((split) => split != null)
  return (
    <ExplainProvider scope={{ period: scope.period, compare: scope.compare, where: scope.where }}>
      <p className="kicker">
        <span>Sales</span>
        {headline && <span>{daysName(headline.period)}</span>}
        {headline && <span className="text-ink-3">Figures to {daysName({ from: headline.asOf, to: headline.asOf })}</span>}
      </p>
      <h1>
        {headline && leading
          ? pageFinding(headline, money, splits)
          : headline
            ? `${company} has no sales yet`
            : 'Sales did not answer'}
      </h1>
      <FilterBar
        periodName={headline ? periodName(headline.period) : 'Choose'}
        againstName={(headline?.comparedTo && periodName(headline.comparedTo)) || 'Nothing'}
        members={{
          territory: named(data.territoryMembers),
          channel: named(data.channelMembers),
          category: named(data.categoryMembers),
        }}
      />
      <div id="figures">
        {headline && leading ? <Kpis headline={headline} money={money} /> : null}
        {headline && !leading ? <Start /> : <Evidence data={data} faults={faults} money={money} />}
      </div>
    </ExplainProvider>
  )
}

/** What fills the page of a company that has nothing yet. */
function Start() {
  return (
    <p className="lede pt-6">
      Orders, targets and opportunities fill this page. Load yours with{' '}
      <code className="font-mono text-sm">npm run import -- DIRECTORY</code>.
    </p>
  )
}

const unsold = { NET_REVENUE: 'No orders in these days', WON_AMOUNT: 'Nothing was won in these days' } as const

function Evidence({
  data,
  faults,
  money,
}: {
  readonly data: SalesPageQuery
  readonly faults: readonly GraphFault[]
  readonly money: Money
}) {
  const table = (
    field: keyof SalesPageQuery,
    found: Table | null | undefined,
    metric: Table['columns'][number]['metric'],
    empty: { title: string; remedy: string },
  ): TileState<Table> => outcome(field, found, faults, { ...empty, when: (each) => byValue(each.rows, metric).length === 0 })
  const widen = { title: unsold[money], remedy: 'Choose a longer period, or remove a filter.' }
  const orders = money === 'NET_REVENUE'
  return (
    <>
      <TrendTile result={table('trend', data.trend, money, widen)} money={money} />
      <div className="two">
        <SplitTile
          name="Territory"
          dimension="TERRITORY"
          money={money}
          result={table('territories', data.territories, money, widen)}
        />
        <SplitTile
          name="Category"
          dimension="CATEGORY"
          money={money}
          result={table('categories', data.categories, money, widen)}
        />
      </div>
      {orders ? (
        <>
          <TopTable
            noun="customer"
            dimension="CUSTOMER"
            money={money}
            also={['ORDERS', 'GROSS_MARGIN']}
            result={table('customers', data.customers, money, widen)}
          />
          <TopTable
            noun="product"
            dimension="PRODUCT"
            money={money}
            also={['GROSS_MARGIN', 'UNITS_SOLD']}
            result={table('products', data.products, money, widen)}
          />
        </>
      ) : (
        <>
          <TopTable
            noun="seller"
            dimension="SALES_PERSON"
            money={money}
            also={['OPPORTUNITIES_WON', 'WIN_RATE']}
            result={table('wonSellers', data.wonSellers, money, widen)}
          />
          <TopTable
            noun="customer"
            dimension="CUSTOMER"
            money={money}
            also={['OPPORTUNITIES_WON', 'WIN_RATE']}
            result={table('wonCustomers', data.wonCustomers, money, widen)}
          />
          <TopTable
            noun="product"
            dimension="PRODUCT"
            money={money}
            also={['OPPORTUNITIES_WON', 'WIN_RATE']}
            result={table('wonProducts', data.wonProducts, money, widen)}
          />
        </>
      )}
      <div className="two">
        <PipelineTile
          result={table('pipeline', data.pipeline, 'OPEN_OPPORTUNITIES', {
            title: 'No open opportunities',
            remedy: 'Opportunities that are neither won nor lost stand here, by stage. Import opportunities.csv to fill it.',
          })}
        />
        <QuotaTile
          result={table('sellers', data.sellers, 'QUOTA', {
            title: 'No targets in these days',
            remedy: 'Sales targets by person stand here. Import sales_targets.csv to fill it.',
          })}
        />
      </div>
    </>
  )
}

function named(members: readonly { readonly value?: string | null | undefined; readonly label: string }[] | null | undefined) {
  return (members ?? []).flatMap(({ value, label }) => (value == null ? [] : [{ value, label }]))
}
