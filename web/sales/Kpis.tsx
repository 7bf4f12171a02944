import { Delta } from '../components/figures/Delta.tsx'
import { Figure } from '../components/figures/Figure.tsx'
import { FigureButton } from '../explain/FigureButton.tsx'
import type { SalesMetric } from '../gql/graphql.ts'
import type { Money } from './findings.ts'
import type { Reach } from './reach.ts'
import { type Cell, cell, column, type Table } from './table.ts'

interface Kpi {
  readonly metric: SalesMetric
  readonly label: string
  /** What would fill it, where the company has no such data. */
  readonly missing: string
}

const kpis: Record<Money, readonly Kpi[]> = {
  NET_REVENUE: [
    { metric: 'NET_REVENUE', label: 'Net revenue', missing: 'Orders would fill it.' },
    { metric: 'GROSS_MARGIN', label: 'Gross margin', missing: 'Unit costs would fill it.' },
    { metric: 'ORDERS', label: 'Orders', missing: 'Orders would fill it.' },
    { metric: 'AVERAGE_ORDER_VALUE', label: 'Order value', missing: 'No orders, no average.' },
    { metric: 'QUOTA_ATTAINMENT', label: 'Quota reached', missing: 'No targets in these days.' },
    { metric: 'PIPELINE', label: 'Pipeline', missing: 'Opportunities would fill it.' },
  ],
  WON_AMOUNT: [
    { metric: 'WON_AMOUNT', label: 'Won amount', missing: 'Won opportunities would fill it.' },
    { metric: 'WIN_RATE', label: 'Win rate', missing: 'Nothing was won or lost.' },
    { metric: 'PIPELINE', label: 'Pipeline', missing: 'No open deal has an amount.' },
    { metric: 'OPEN_OPPORTUNITIES', label: 'Open deals', missing: 'Opportunities would fill it.' },
    { metric: 'AVERAGE_DEAL_SIZE', label: 'Deal size', missing: 'No deals, no average.' },
    { metric: 'SALES_CYCLE_DAYS', label: 'Sales cycle', missing: 'No deals, no average.' },
  ],
}

/** Six figures that tell how sales are doing. */
export function Kpis({ headline, money, reach }: { readonly headline: Table; readonly money: Money; readonly reach: Reach }) {
  return (
    <div className="kpis">
      {kpis[money].map((kpi) => (
        <KpiTile
          key={kpi.metric}
          kpi={kpi}
          headline={headline}
          figure={cell(headline.totals, kpi.metric)}
          beyond={reach(kpi.metric)}
        />
      ))}
    </div>
  )
}

interface KpiTileProps {
  readonly kpi: Kpi
  readonly headline: Table
  readonly figure: Cell
  /** What it is not limited by, though the page is. */
  readonly beyond: string
}

function KpiTile({ kpi, headline, figure, beyond }: KpiTileProps) {
  const measure = column(headline, kpi.metric)
  return (
    <div className="tile" data-metric={kpi.metric} data-value={figure.value ?? undefined}>
      <p className="label">{kpi.label}</p>
      <p className={`fig${figure.value == null ? ' absent' : ''}`}>
        {figure.value == null ? (
          <Figure value={null} measure={measure} />
        ) : (
          <FigureButton subject={{ metric: kpi.metric, title: kpi.label, value: figure.value }}>
            <Figure value={figure.value} measure={measure} />
          </FigureButton>
        )}
      </p>
      {figure.value == null ? (
        <p className="why">{kpi.missing}</p>
      ) : (
        <p className="delta">
          <Delta cell={figure} measure={measure} better={measure.better} />
        </p>
      )}
      {beyond && <p className="why">{beyond}</p>}
    </div>
  )
}
