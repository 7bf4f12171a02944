import { absences } from '@aems/drizzle/hr/tables.ts'
import { additive, average, formula } from '@aems/kit/metrics/definition.ts'
import { sql } from 'drizzle-orm'
import type { HrDimension } from '../graph.generated.ts'
import { absenceFacts } from './record-facts.ts'
import { HEADCOUNT } from './workforce.ts'

/** Of an absence that reaches beyond the window, as many of its working days as of its days lie within. */
export const ABSENCE_DAYS = additive<HrDimension>({
  kind: 'sum',
  fact: absenceFacts,
  value: ({ from, to }) => sql`${absences.days} * (least(${absences.endsOn}, ${to}) - greatest(${absences.startsOn}, ${from}) + 1)
    / (${absences.endsOn} - ${absences.startsOn} + 1)`,
})

export const ABSENCE_RATE = formula<HrDimension, 'days' | 'headcount'>({
  parts: { days: ABSENCE_DAYS, headcount: average(HEADCOUNT) },
  value: ({ days, headcount }, { from, to }) => sql`${days} / nullif(${headcount} * (select count(*)
    from generate_series(${from}::timestamp, ${to}::timestamp, interval '1 day') as each (day)
    where extract(isodow from each.day) <= 5), 0)`,
})
