import type postgres from 'postgres'
import type { DemoDays } from './calendar.ts'
import { uniform, weighted, whole } from './random.ts'

/** Writes what was done to find people: a requisition for everybody who came, and for posts that nobody holds, with those who applied. */
export async function writeRecruiting(session: postgres.TransactionSql, companyId: string, days: DemoDays): Promise<void> {
  const last = `date '${days.last}'`
  await session.unsafe(`
    create temporary table demo_requisitions on commit drop as
    select came.n, md5('demo requisition ' || came.n)::uuid as id, came.unit_id, came.title, opened_on,
      case when came.hired_on is not null then greatest(opened_on + 20, came.hired_on - 10) end as filled_on
    from (
      select p.n, p.unit_id, p.title, p.hired_on,
        case when p.is_new then p.hired_on - ${whole('p.n', 450, 50, 80)} else before.left_on + ${whole('p.n', 451, 0, 4)} end as opened_on
      from demo_staff p left join demo_staff before on before.post = p.post and before.turn = p.turn - 1
      where p.is_new or p.turn = 2
      union all
      select p.n + 1000000, p.unit_id, p.title, null, p.left_on + 3 from demo_staff p
      where p.left_on <= ${last} - 3 and not exists (select from demo_staff later where later.post = p.post and later.turn > p.turn)) came;
    insert into hr.requisitions (tenant_id, id, ref, org_unit_id, title, opened_on, filled_on, positions, cost)
    select '${companyId}', id, 'RQ-' || n, unit_id, title, opened_on, filled_on, 1,
      case when filled_on is not null then (600 + 100 * ${whole('n', 452, 0, 30)})::numeric end from demo_requisitions;
    create temporary table demo_candidates on commit drop as
    with applied as (
      select r.*, k, r.n * 10 + k as c, md5('demo candidate ' || r.n || ' ' || k)::uuid as candidate_id,
        opened_on + ${whole('r.n * 10 + k', 453, 1, 12)} as applied_on
      from demo_requisitions r, lateral generate_series(1, ${whole('r.n', 454, 3, 7)}) k)
    select *, applied_on + 4 as interviewed_on, case
        when filled_on is null then case when applied_on + 4 <= ${last} then 'interview' else 'applied' end
        when k = 1 then 'hired' when k = 2 and ${uniform('c', 455)} < 0.3 then 'declined'
        when ${uniform('c', 456)} < 0.15 then 'withdrawn' else 'rejected' end as stage,
      k > 2 and ${uniform('c', 457)} < 0.5 as at_once
    from applied where applied_on <= ${last};
    insert into hr.candidates (tenant_id, id, ref, requisition_id, source, applied_on, stage, offered_on, offer, hired_on)
    select '${companyId}', candidate_id, 'CA-' || c, id, ${weighted('c', 458, { 'job board': 50, referral: 20, agency: 18, university: 12 })},
      applied_on, stage, case when stage in ('hired', 'declined') then filled_on - 3 end,
      case stage when 'hired' then 'accepted' when 'declined' then 'declined' end, case when stage = 'hired' then filled_on end
    from demo_candidates;
    insert into hr.candidate_stages (tenant_id, id, candidate_id, stage, entered_on)
    select '${companyId}', md5('demo stage ' || c || entered.stage)::uuid, candidate_id, entered.stage, entered_on
    from demo_candidates d, lateral (values
      ('applied', applied_on),
      ('interview', case when d.stage <> 'applied' and not (at_once and d.stage in ('rejected', 'withdrawn')) then interviewed_on end),
      ('offer', case when d.stage in ('hired', 'declined') then filled_on - 3 end),
      (case when d.stage in ('hired', 'declined', 'withdrawn', 'rejected') then d.stage end,
        case when d.stage in ('hired', 'declined') then filled_on else interviewed_on + 3 end)) entered (stage, entered_on)
    where entered.stage is not null and entered_on is not null`)
}
