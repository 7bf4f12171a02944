import { surveyResponses, surveys } from '@aems/drizzle/hr/tables.ts'
import { additive, formula, type Measure, ratio } from '@aems/kit/metrics/definition.ts'
import { type SQLWrapper, sql } from 'drizzle-orm'
import type { HrDimension } from '../graph.generated.ts'
import { responses, responsesOfSurveys } from './survey-facts.ts'

const count = (where?: SQLWrapper): Measure<HrDimension> =>
  additive<HrDimension>({ kind: 'sum', fact: responses, value: () => sql`1`, ...(where && { where }) })

export const ENGAGEMENT_SCORE = ratio({
  of: additive<HrDimension>({ kind: 'sum', fact: responses, value: () => surveyResponses.score }),
  to: count(),
})

/** Reichheld, The One Number You Need to Grow (2003): promoters answer 9 or 10, detractors 0 to 6. */
export const ENPS = formula<HrDimension, 'promoters' | 'detractors' | 'all'>({
  parts: {
    promoters: count(sql`${surveyResponses.score} >= 9`),
    detractors: count(sql`${surveyResponses.score} <= 6`),
    all: count(),
  },
  value: ({ promoters, detractors, all }) => sql`100 * (${promoters} - ${detractors}) / nullif(${all}, 0)`,
})

/** One group per survey: its responses are taken per question, since each person answers each. */
const perSurvey = [sql`survey.id`]

export const SURVEY_PARTICIPATION: Measure<HrDimension> = {
  kind: 'measure',
  sources: [
    {
      kind: 'grouped',
      fact: responsesOfSurveys,
      per: perSurvey,
      where: sql`survey.invited > 0`,
      sums: sql`1`,
      beside: {
        table: 'hr.survey_responses',
        join: ([survey]) => sql`left join lateral (
          select asked.invited, count(distinct answered.question) as questions
          from ${surveys} asked join ${surveyResponses} answered
            on answered.tenant_id = asked.tenant_id and answered.survey in (asked.ref, asked.name)
          where asked.id = ${survey} group by asked.id, asked.invited) asked on true`,
      },
      aggregate: ({ sum }) => sql`sum(${sum} / asked.questions) / nullif(sum(asked.invited), 0)`,
    },
  ],
  empty: 'absent',
}
