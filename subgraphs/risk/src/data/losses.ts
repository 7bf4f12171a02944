import { risks, simulatedLosses } from '@aems/drizzle/risk/tables.ts'
import { factRowsAsOf } from '@aems/kit/metrics/admission.ts'
import { and, list } from '@aems/kit/metrics/sql.ts'
import type { Read } from '@aems/kit/rows.ts'
import type { Viewer } from '@aems/kit/viewer.ts'
import { sql } from 'drizzle-orm'
import type { LossSimulation, RiskMetric } from '../graph.generated.ts'
import { hasLossModel, isCurrent, simulatedRisks } from '../metrics/facts/losses.ts'
import { type Simulated, simulateOffLoop } from '../simulation/off-loop.ts'
import type { AdmissionInput, Admit } from './admission.ts'

/** Simulated losses from risks, as the viewer may see them. */
export interface LossData {
  /** Simulates what was never simulated, or changed since. */
  refresh(): Promise<void>
  /** What the simulated years say of the risks open at the period's end, taken together. Null: none can be simulated. */
  simulation(input: AdmissionInput): Promise<LossSimulation | null>
}

/** Metrics that are read from simulated years. */
export const simulatedMetrics: ReadonlySet<RiskMetric> = new Set<RiskMetric>(['EXPECTED_ANNUAL_LOSS', 'LOSS_P95'])

/** Risks at most that are simulated and kept at once. */
const batch = 100

export function lossData(read: Read, admit: Admit, viewer: Viewer): LossData {
  const outdated = () =>
    read((tx) =>
      tx.execute<{ id: string; events: string; low: string; likely: string; high: string }>(sql`
        select ${risks.id} as id, ${risks.eventsPerYear} as events, ${risks.lossLow} as low, ${risks.lossLikely} as likely,
          ${risks.lossHigh} as high
        from ${risks} where ${hasLossModel} and not exists (select from ${simulatedLosses} where ${isCurrent})
        order by ${risks.id} limit ${batch}`),
    )

  /** Whoever simulated the same at the same time kept the same: years follow from the risk's id and its model. */
  const keep = (simulated: readonly Simulated[]) =>
    read(async (tx) => {
      for (const { riskId, losses } of simulated) {
        await tx.execute(sql`
          insert into ${simulatedLosses} (tenant_id, risk_id, events_per_year, loss_low, loss_likely, loss_high, losses, mean)
          select ${viewer.company.id}, ${risks.id}, ${risks.eventsPerYear}, ${risks.lossLow}, ${risks.lossLikely},
            ${risks.lossHigh}, years.losses, (select avg(loss) / 10000 from unnest(years.losses) as each (loss))
          from ${risks} cross join (select ${list(losses, 'bigint')} as losses) years
          where ${risks.id} = ${riskId} and ${hasLossModel}
          on conflict (tenant_id, risk_id) do update set events_per_year = excluded.events_per_year,
            loss_low = excluded.loss_low, loss_likely = excluded.loss_likely, loss_high = excluded.loss_high,
            losses = excluded.losses, mean = excluded.mean, simulated_at = now()`)
      }
    })

  const refresh = async (): Promise<void> => {
    for (;;) {
      const found = await outdated()
      if (found.length === 0) return
      const tasks = found.map(({ id, events, low, likely, high }) => ({
        riskId: id,
        model: { eventsPerYear: Number(events), low: Number(low), likely: Number(likely), high: Number(high) },
      }))
      await keep(await simulateOffLoop(tasks))
    }
  }

  return {
    refresh,
    simulation: async (input) => {
      await refresh()
      const { from, where } = factRowsAsOf(simulatedRisks, await admit('EXPECTED_ANNUAL_LOSS', input))
      const [found] = await read((tx) =>
        tx.execute<LossRow>(sql`
          with years as (
            select sum(each.loss) / 10000 as loss, count(*)::int as risks
            from ${from} cross join lateral unnest(${simulatedLosses.losses}) with ordinality as each (loss, year)
            where ${and(where)} group by each.year)
          select count(*)::int as years, max(risks) as risks, avg(loss)::numeric(20, 4)::text as mean,
            (stddev_samp(loss) / sqrt(count(*)))::numeric(20, 4)::text as error,
            percentile_disc(array[0.5, 0.95, 0.99]) within group (order by loss)::numeric(20, 4)[]::text[] as percentiles
          from years`),
      )
      if (found?.mean == null) return null
      const [lossP50 = '0', lossP95 = '0', lossP99 = '0'] = found.percentiles
      return {
        years: found.years,
        riskCount: found.risks,
        expectedAnnualLoss: found.mean,
        standardError: found.error,
        lossP50,
        lossP95,
        lossP99,
      }
    },
  }
}

type LossRow = {
  years: number
  risks: number
  mean: string | null
  error: string
  percentiles: string[]
}
