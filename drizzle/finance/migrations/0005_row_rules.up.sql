/*
 * Row rules: beside the tenant's policy, which lets a company in, these leave out what is not for the viewer. Who may see
 * everyone's (hr:all) sees every row, and so does an import, which has import:write and no other scope. Others see entries and
 * claims of the org units that they manage and of those beneath, and their own claims. What belongs to no unit, such as
 * invoices, is the company's: whoever may read finance sees it. The owner, who keeps sums, is not bound.
 */
create function finance.viewer_sees_every_unit() returns boolean
  language sql stable set search_path = pg_catalog as
$$
  select string_to_array(scopes, ' ') && array['hr:all'] or scopes = 'import:write'
  from (select coalesce(current_setting('app.scopes', true), '') as scopes) viewer
$$;

create function finance.viewer_employee() returns uuid
  language sql stable set search_path = pg_catalog as
$$ select nullif(current_setting('app.employee_id', true), '')::uuid $$;

/* The org units that the viewer manages, and all beneath them. */
create function finance.viewer_units() returns setof uuid
  language sql stable security definer set search_path = pg_catalog as
$$
  with recursive mine (id) as (
    select id from finance.projected_org_units where manager_id = finance.viewer_employee()
    union
    select beneath.id from finance.projected_org_units beneath join mine on beneath.parent_id = mine.id
  )
  select id from mine
$$;
revoke all on function finance.viewer_units() from public;
grant execute on function finance.viewer_units() to aems_finance_app;

/* Of a case the planner expects every second row, of other words one in two hundred. */
create policy ledger_entries_within_reach on finance.ledger_entries as restrictive to aems_finance_app using (
  case when (select finance.viewer_sees_every_unit()) then true
    else org_unit_id in (select finance.viewer_units()) or legal_entity_id in (select finance.viewer_units()) end);

-- A claim that names no unit is borne by the one where its employee works.
create policy expenses_within_reach on finance.expenses as restrictive to aems_finance_app using (
  case when (select finance.viewer_sees_every_unit()) then true
    else employee_id = (select finance.viewer_employee())
      or org_unit_id in (select finance.viewer_units())
      or (org_unit_id is null and employee_id in (
        select claimant.id from finance.projected_employees claimant
        where claimant.org_unit_id in (select finance.viewer_units()))) end);
