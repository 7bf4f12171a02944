import type postgres from 'postgres'
import { importedId } from '../ids.ts'
import { appRole } from '../roles.ts'
import type { DemoDays } from './calendar.ts'
import { demoPosts, demoUnits, familyNames, menNames, thinUnit, unitManagers, womenNames } from './people-lists.ts'
import { writeRecords } from './people-records.ts'
import { oneOf, quoted, uniform, weighted, whole } from './random.ts'
import { writeRecruiting } from './recruiting.ts'

/**
 * Writes org units and who has worked in them over the three years: each post is held by one person after another. Half of
 * those who pick orders in Hamburg leave within two weeks, and two months pass until others take their place; meanwhile what
 * they ship is late. Leaves behind the tables `demo_units` and `demo_staff`, for what other domains say of people.
 * @param growth how many times the seats of a small company there are.
 */
export async function writePeople(
  session: postgres.TransactionSql,
  companyId: string,
  days: DemoDays,
  growth: number,
): Promise<void> {
  await session.unsafe(`set local role ${appRole('hr')}`)
  await makePosts(session, companyId, growth)
  await makePeople(session, days)
  await session.unsafe(`
    insert into hr.org_units (tenant_id, id, ref, name, kind, parent_id, manager_id)
    select '${companyId}', id, ref, name, kind, parent_id, manager_id from demo_units;
    insert into hr.employees (tenant_id, id, ref, name, email, gender, hired_on, left_on, leave_kind, job_title, job_level,
      org_unit_id, manager_id, employment_type, fte, location, overtime, hire_source)
    select '${companyId}', id, ref, name, email, gender, hired_on, left_on, leave_kind, title, level,
      unit_id, manager_id, employment, fte, location, ${uniform('n', 430)} < 0.2,
      ${weighted('n', 431, { 'job board': 45, referral: 30, agency: 15, university: 10 })} from demo_staff;
    insert into hr.birth_days (tenant_id, id, born_on)
    select '${companyId}', id, hired_on - ${whole('n', 432, 6_900, 17_500)} from demo_staff`)
  await writeJobs(session, companyId, days)
  await writePay(session, companyId, days)
  await writeRecruiting(session, companyId, days)
  await writeRecords(session, companyId, days)
  const readers = (['sales', 'finance', 'risk'] as const).map(appRole).join(', ')
  await session.unsafe(`grant select on demo_units, demo_staff to ${readers}`)
}

/** What sales knows of people: who of them sells. */
export async function linkSalesPeople(session: postgres.TransactionSql, companyId: string): Promise<void> {
  await session.unsafe(`
    insert into sales.projected_employees (tenant_id, id, ref, name) select '${companyId}', id, ref, name from demo_staff;
    update sales.sales_people s set employee_id = p.id from demo_staff p where s.tenant_id = '${companyId}' and p.name = s.name and p.level = '4'`)
}

const unitId = (companyId: string, ref: string): string => importedId(companyId, 'org_unit', ref)

/** Makes the tables of units and of posts, numbered. */
async function makePosts(session: postgres.TransactionSql, companyId: string, growth: number): Promise<void> {
  await session.unsafe(`
    create temporary table demo_units (id uuid, ref text, name text, kind text, parent_id uuid, manager_id uuid, manager text) on commit drop;
    create temporary table demo_kinds (kind integer, unit_id uuid, unit text, title text, level text, seats integer, pay numeric,
      location text, employment text, women float8, name text, manager text, from_unit_id uuid, from_title text) on commit drop`)
  await session`insert into demo_units ${session(
    demoUnits.map(({ ref, name, kind, parent }) => ({
      id: unitId(companyId, ref),
      ref,
      name,
      kind,
      parent_id: parent === null ? null : unitId(companyId, parent),
      manager: unitManagers[ref] ?? null,
    })),
  )}`
  await session`insert into demo_kinds ${session(
    demoPosts.map(({ unit, name, manager, from, seats, ...post }, kind) => ({
      ...post,
      kind,
      unit,
      unit_id: unitId(companyId, unit),
      seats: name === null ? seats * growth : seats,
      women: name === null ? post.women : womenNames.includes(name.split(' ')[0] ?? '') ? 1 : 0,
      name,
      manager,
      from_unit_id: from === null ? null : unitId(companyId, from[0]),
      from_title: from === null ? null : from[1],
    })),
  )}`
  await session.unsafe(`
    create temporary table demo_posts on commit drop as
    select k.*, row_number() over (order by k.kind, seat) as post, k.unit = ${quoted(thinUnit)} and k.name is null and seat % 2 = 0 as thins
    from demo_kinds k, lateral generate_series(1, k.seats) seat`)
}

/** Makes the table of everybody who holds or held a post: the first, and whoever came after them. */
async function makePeople(session: postgres.TransactionSql, days: DemoDays): Promise<void> {
  const last = `date '${days.last}'`
  const upTo = (day: string): string => `case when ${day} <= ${last} then ${day} end`
  await session.unsafe(`
    create temporary table demo_staff on commit drop as
    with firsts as (
      select *, case when name is null and not thins and ${uniform('post', 401)} < 0.12
          then date '${days.first}' + ${whole('post', 402, 20, 850)} end as opened_on,
        ${uniform('post', 403)} < 0.33 and name is null as leaves from demo_posts),
    hired as (select *, coalesce(opened_on, date '${days.first}' - ${whole('post', 404, 30, 2_200)}) as hired_on from firsts),
    held as (
      select *, case when thins then date '${days.thinFrom}' - ${whole('post', 405, 1, 12)}
        when leaves then ${upTo(`greatest(hired_on, date '${days.first}') + ${whole('post', 406, 90, 1_000)}`)} end as left_on
      from hired),
    followed as (
      select *, ${upTo(`case when thins then date '${days.thinTo}' + ${whole('post', 407, 5, 25)} else left_on + ${whole('post', 408, 35, 110)} end`)} as next_on
      from held),
    everybody as (
      select 2 * post as n, 1 as turn, hired_on as began_on, left_on as ended_on, f.* from followed f
      union all
      select 2 * post + 1, 2, next_on,
        case when ${uniform('post', 409)} < 0.15 then ${upTo(`next_on + ${whole('post', 410, 60, 300)}`)} end, f.*
      from followed f where left_on is not null and next_on is not null),
    named as (
      select *, ${uniform('n', 411)} < women as is_woman from everybody)
    select n, post, turn, thins, md5('demo employee ' || n)::uuid as id, 'E-' || lpad(n::text, 6, '0') as ref,
      coalesce(name, case when is_woman then ${oneOf('n', 412, womenNames)} else ${oneOf('n', 412, menNames)} end || ' ' || ${oneOf('n', 413, familyNames)}) as name,
      null::text as email, case when is_woman then 'female' else 'male' end as gender, unit, unit_id, title, level, pay, location, employment, manager,
      case when name is not null or ${uniform('n', 414)} < 0.75 then 1 when ${uniform('n', 414)} < 0.9 then 0.75 else 0.5 end as fte,
      began_on as hired_on, ended_on as left_on, opened_on is not null and turn = 1 as is_new, from_unit_id, from_title,
      case when ended_on is not null then case when thins and turn = 1 then 'voluntary'
        else ${weighted('n', 415, { voluntary: 65, involuntary: 25, retirement: 10 })} end end as leave_kind,
      null::uuid as manager_id
    from named;
    update demo_staff set email = lower(translate(replace(name, ' ', '.'), 'éèı', 'eei')) || '@alder-finch.example';
    update demo_units u set manager_id = p.id from demo_staff p where p.name = u.manager and p.turn = 1 and p.level <= '3';
    update demo_staff p set manager_id = coalesce(boss.id, case when u.manager_id <> p.id then u.manager_id else above.manager_id end)
    from demo_staff self
      left join demo_staff boss on boss.name = self.manager and boss.level <= '3' and boss.id <> self.id
      join demo_units u on u.id = self.unit_id left join demo_units above on above.id = u.parent_id
    where self.n = p.n;
    analyze demo_staff`)
}

/** Everybody's job; some of those who stayed long have had another before, in another unit. */
async function writeJobs(session: postgres.TransactionSql, companyId: string, days: DemoDays): Promise<void> {
  await session.unsafe(`
    insert into hr.jobs (tenant_id, id, employee_id, org_unit_id, job_title, starts_on, ends_on)
    with moved as (
      select *, case when from_unit_id is not null and ${uniform('n', 440)} < 0.3
          and coalesce(left_on, date '${days.last}') - greatest(hired_on, date '${days.first}') > 300
        then greatest(hired_on, date '${days.first}') + ${whole('n', 441, 100, 280)} end as moved_on from demo_staff)
    select '${companyId}', md5('demo job ' || n || ' ' || starts_on)::uuid, id, org_unit_id, job_title, starts_on, ends_on
    from (
      select n, id, unit_id as org_unit_id, title as job_title, coalesce(moved_on, hired_on) as starts_on, left_on - 1 as ends_on from moved
      union all
      select n, id, from_unit_id, from_title, hired_on, moved_on - 1 from moved where moved_on is not null) held`)
}

/** Pay from the day of hire on, and more each January; women are paid a little less in the same job, as they are elsewhere. */
async function writePay(session: postgres.TransactionSql, companyId: string, days: DemoDays): Promise<void> {
  const grown = `power(1.03, extract(year from effective_on) - extract(year from date '${days.last}'))::numeric`
  await session.unsafe(`
    insert into hr.compensation (tenant_id, id, employee_id, effective_on, annual_amount, band_min, band_mid, band_max)
    select '${companyId}', md5('demo pay ' || n || ' ' || effective_on)::uuid, id, effective_on,
      round(pay * fte * ${grown} * (0.92 + 0.16 * ${uniform('n', 445)})::numeric * case gender when 'female' then 0.97 else 1 end, -1),
      round(pay * fte * ${grown} * 0.8, -1), round(pay * fte * ${grown}, -1), round(pay * fte * ${grown} * 1.2, -1)
    from demo_staff, lateral (
      select hired_on as effective_on
      union
      select january::date from generate_series(date_trunc('year', greatest(hired_on, date '${days.first}')) + interval '1 year',
        coalesce(left_on, date '${days.last}'), interval '1 year') january) effective`)
}
