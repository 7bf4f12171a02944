import type postgres from 'postgres'
import type { DemoDays } from './calendar.ts'
import { demoCourses, demoQuestions, thinUnit } from './people-lists.ts'
import { oneOf, quoted, uniform, whole } from './random.ts'

/** Mondays to Fridays from one day to another. */
const workingDays = (from: string, to: string): string =>
  `(select count(*) from generate_series(${from}::timestamp, ${to}::timestamp, interval '1 day') day where extract(isodow from day) < 6)`

/** Writes reviews, goals, courses, absences and what people answered; in the unit that is to lose its people they are unhappy before. */
export async function writeRecords(session: postgres.TransactionSql, companyId: string, days: DemoDays): Promise<void> {
  const last = `date '${days.last}'`
  const there = (day: string): string => `hired_on <= ${day} and coalesce(left_on, date 'infinity') > ${day}`
  await session.unsafe(`
    create temporary table demo_months on commit drop as
    select month::date as month, row_number() over (order by month) as m
    from generate_series(date_trunc('month', date '${days.first}'), ${last}, interval '1 month') month;
    insert into hr.performance_reviews (tenant_id, id, employee_id, reviewed_on, rating, potential)
    select '${companyId}', md5('demo review ' || n || ' ' || m)::uuid, id, month + 14,
      least(5, greatest(1, round((3.4 + 1.1 * (${uniform('n', 460)} - 0.5) + 1.6 * (${uniform('n * 100 + m', 461)} - 0.5)) * 2) / 2)),
      ${whole('n', 462, 2, 5)}
    from demo_staff join demo_months on extract(month from month) in (6, 12) and month + 14 <= ${last} and hired_on + 90 <= month + 14
      and coalesce(left_on, date 'infinity') > month + 14;
    insert into hr.goals (tenant_id, id, ref, employee_id, title, weight, progress, due_on, completed_on)
    select '${companyId}', md5('demo goal ' || n || ' ' || m)::uuid, 'GO-' || n || '-' || m, id, ${oneOf('n * 100 + m', 463, [
      'Make fewer mistakes',
      'Serve customers sooner',
      'Learn a new task',
      'Write down how it is done',
    ])},
      ${whole('n * 100 + m', 464, 1, 3)}, case when done and due_on <= ${last} then 1 else 0.5 end, due_on,
      case when done and due_on - ${whole('n * 100 + m', 465, 1, 40)} <= ${last} then due_on - ${whole('n * 100 + m', 465, 1, 40)} end
    from (
      select *, (month + interval '6 months - 1 day')::date as due_on, ${uniform('n * 100 + m', 466)} < 0.72 as done
      from demo_staff join demo_months on extract(month from month) in (1, 7) and ${there('month')}) set_goals;
    insert into hr.training_records (tenant_id, id, employee_id, course, completed_on, hours, cost, score)
    select '${companyId}', md5('demo course ' || n || ' ' || m)::uuid, id, ${oneOf('n * 100 + m', 467, demoCourses)}, on_day, hours,
      hours * 35, ${whole('n * 100 + m', 468, 60, 100)}
    from (
      select *, month + ${whole('n * 100 + m', 469, 0, 27)} as on_day, ${whole('n * 100 + m', 470, 2, 16)} as hours
      from demo_staff join demo_months on ${uniform('n * 100 + m', 471)} < 0.1) taken
    where on_day <= ${last} and ${there('on_day')}`)
  await writeAbsences(session, companyId, days)
  await writeSurveys(session, companyId, days)
}

/** Sickness now and then, more where few do the work of many; holidays in summer and winter. */
async function writeAbsences(session: postgres.TransactionSql, companyId: string, days: DemoDays): Promise<void> {
  const strained = `unit = ${quoted(thinUnit)} and month between date '${days.thinFrom}' and date '${days.thinTo}'`
  await session.unsafe(`
    insert into hr.absences (tenant_id, id, employee_id, kind, starts_on, ends_on, days)
    select '${companyId}', md5('demo absence ' || n || ' ' || m || kind)::uuid, id, kind, starts_on, ends_on, ${workingDays('starts_on', 'ends_on')}
    from (
      select n, m, id, hired_on, left_on, 'sickness' as kind, month + ${whole('n * 100 + m', 472, 0, 6)} as starts_on,
        month + ${whole('n * 100 + m', 472, 0, 6)} + ${whole('n * 100 + m', 473, 0, 4)} as ends_on
      from demo_staff join demo_months on ${uniform('n * 100 + m', 474)} < case when ${strained} then 0.4 else 0.1 end
      union all
      select n, m, id, hired_on, left_on, 'holiday', month + ${whole('n * 100 + m', 475, 11, 14)}, month + ${whole('n * 100 + m', 475, 11, 14)} + 11
      from demo_staff join demo_months on (extract(month from month) in (7, 8) and (n + extract(month from month)::integer) % 2 = 0 and not (${strained}))
        or extract(month from month) in (3, 10)) away
    where hired_on <= starts_on and coalesce(left_on, date 'infinity') > ends_on and ends_on <= date '${days.last}'
      and ${workingDays('starts_on', 'ends_on')} > 0`)
}

/** Twice a year all are asked; whoever answers answers every question. The last time, those who pick orders in Hamburg had enough. */
async function writeSurveys(session: postgres.TransactionSql, companyId: string, days: DemoDays): Promise<void> {
  const questions = demoQuestions.map((question, index) => `(${index}, ${quoted(question)})`).join(', ')
  await session.unsafe(`
    create temporary table demo_surveys on commit drop as
    select m, month, md5('demo survey ' || m)::uuid as id, 'PU-' || to_char(month, 'YYYY-MM') as ref, 'Pulse ' || to_char(month, 'YYYY-MM') as name
    from demo_months where month in (select (date '${days.thinFrom}' - make_interval(months => 1 + 6 * back))::date from generate_series(0, 5) back);
    insert into hr.surveys (tenant_id, id, ref, name, opened_on, closed_on, invited)
    select '${companyId}', s.id, s.ref, s.name, month + 4, month + 18,
      (select count(*) from demo_staff where hired_on <= month + 4 and coalesce(left_on, date 'infinity') > month + 4)
    from demo_surveys s;
    insert into hr.survey_responses (tenant_id, id, survey, question, org_unit_id, responded_on, score)
    select '${companyId}', md5('demo answer ' || p.n || ' ' || m || ' ' || q.n)::uuid, s.ref, q.question, p.unit_id, month + 4 + ${whole('p.n * 100 + m', 476, 0, 14)},
      greatest(0, least(10, 7 + ${whole('(p.n * 100 + m) * 10 + q.n', 477, -3, 3)} + ${whole('p.n', 478, -1, 1)}
        - case when p.unit = ${quoted(thinUnit)} and month > date '${days.thinFrom}' - 40 then 4 else 0 end))
    from demo_surveys s join demo_staff p on p.hired_on <= month + 4 and coalesce(p.left_on, date 'infinity') > month + 18
        and ${uniform('p.n * 100 + m', 479)} < 0.78
      cross join (values ${questions}) q (n, question)`)
}
