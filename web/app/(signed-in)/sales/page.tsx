import type { Metadata } from 'next'
import { Refused } from '../../../components/shell/Refused.tsx'
import { Shell } from '../../../components/shell/Shell.tsx'
import { query } from '../../../graph/server.ts'
import { loadFilters, scopeOf } from '../../../sales/filters.ts'
import { DealsPage, SalesPage } from '../../../sales/operation.ts'
import { SalesFigures } from '../../../sales/SalesFigures.tsx'
import { leadingMetric } from '../../../sales/table.ts'
import type { SearchParams } from '../../params.ts'

export const metadata: Metadata = { title: 'Sales' }

export default async function Page({ searchParams }: { readonly searchParams: SearchParams }) {
  const scope = scopeOf(await loadFilters(searchParams))
  const { data, faults } = await query(SalesPage, {
    period: scope.period,
    compare: scope.compare,
    where: scope.where,
    pipelineWhere: scope.pipelineWhere,
    quotaWhere: scope.quotaWhere,
    trend: scope.trend.period,
    grain: scope.trend.grain,
    trendCompare: scope.trend.compare,
  })
  if (!data?.me) return <Refused faults={faults} current="Sales" />
  const deals =
    leadingMetric(data.headline) === 'WON_AMOUNT'
      ? await query(DealsPage, { period: scope.period, compare: scope.compare, where: scope.pipelineWhere })
      : null
  return (
    <Shell me={data.me} current="Sales">
      <SalesFigures
        data={{ ...data, ...deals?.data }}
        faults={[...faults, ...(deals?.faults ?? [])]}
        scope={scope}
        company={data.me.company?.name ?? ''}
      />
    </Shell>
  )
}
