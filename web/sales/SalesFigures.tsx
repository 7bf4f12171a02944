import { ExplainProvider } from '../explain/ExplainProvider.tsx'
import { daysName, periodName } from '../format/period.ts'
import type { GraphFault } from '../graph/request.ts'
import { Evidence, type SalesData } from './Evidence.tsx'
import { FilterBar } from './FilterBar.tsx'
import type { Scope } from './filters.ts'
import { pageFinding } from './findings.ts'
import { Kpis } from './Kpis.tsx'
import { reachOf } from './reach.ts'
import { leadingMetric } from './table.ts'

interface SalesFiguresProps {
  readonly data: SalesData
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
  const reach = reachOf(scope.where, data.metricCatalogue?.metrics ?? [])
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
            : faults.some(({ code }) => code === 'BAD_INPUT')
              ? 'These filters do not fit'
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
        {headline && leading ? <Kpis headline={headline} money={money} reach={reach} /> : null}
        {headline && !leading ? <Start /> : <Evidence data={data} faults={faults} money={money} reach={reach} />}
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

function named(members: readonly { readonly value?: string | null | undefined; readonly label: string }[] | null | undefined) {
  return (members ?? []).flatMap(({ value, label }) => (value == null ? [] : [{ value, label }]))
}
