import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Shell } from '../../../components/shell/Shell.tsx'
import { Unanswered } from '../../../components/shell/Unanswered.tsx'
import { query } from '../../../graph/server.ts'
import { loadFilters, scopeOf } from '../../../sales/filters.ts'
import { SalesPage } from '../../../sales/operation.ts'
import { SalesFigures } from '../../../sales/SalesFigures.tsx'
import type { SearchParams } from '../../params.ts'

export const metadata: Metadata = { title: 'Sales' }

export default async function Page({ searchParams }: { readonly searchParams: SearchParams }) {
  const scope = scopeOf(await loadFilters(searchParams))
  const { data, faults } = await query(SalesPage, {
    period: scope.period,
    compare: scope.compare,
    where: scope.where,
    trend: scope.trend.period,
    grain: scope.trend.grain,
    trendCompare: scope.trend.compare,
  })
  if (!data) return <Unanswered faults={faults} />
  if (!data.me) redirect('/login?next=/sales')
  if (data.me.mustChangePassword) redirect('/password?next=/sales')
  return (
    <Shell me={data.me} current="Sales">
      <SalesFigures data={data} faults={faults} scope={scope} company={data.me.company?.name ?? ''} />
    </Shell>
  )
}
