/*
 * Row rules: beside the tenant's policy, which lets a company in, these leave out what is not for the viewer. Who may see
 * everyone's (hr:all) sees every row, and so does an import, which has import:write and no other scope. Others see what concerns
 * the org units that they manage and those beneath, and what they answer for themselves. See docs/decisions/025-risk-of-units.md.
 */
alter table risk.projected_org_units add column manager_id uuid;
create index projected_org_units_by_parent on risk.projected_org_units (tenant_id, parent_id);
create index projected_org_units_by_manager on risk.projected_org_units (tenant_id, manager_id);
alter table risk.projected_employees add column org_unit_id uuid;
create index projected_employees_by_org_unit on risk.projected_employees (tenant_id, org_unit_id);

create function risk.viewer_sees_every_unit() returns boolean
  language sql stable set search_path = pg_catalog as
$$
  select string_to_array(scopes, ' ') && array['hr:all'] or scopes = 'import:write'
  from (select coalesce(current_setting('app.scopes', true), '') as scopes) viewer
$$;

create function risk.viewer_employee() returns uuid
  language sql stable set search_path = pg_catalog as
$$ select nullif(current_setting('app.employee_id', true), '')::uuid $$;

/* The org units that the viewer manages, and all beneath them. */
create function risk.viewer_units() returns setof uuid
  language sql stable security definer set search_path = pg_catalog as
$$
  with recursive mine (id) as (
    select id from risk.projected_org_units where manager_id = risk.viewer_employee()
    union
    select beneath.id from risk.projected_org_units beneath join mine on beneath.parent_id = mine.id
  )
  select id from mine
$$;

/* The viewer, and whoever works in those units. */
create function risk.viewer_people() returns setof uuid
  language sql stable security definer set search_path = pg_catalog as
$$
  select risk.viewer_employee() where risk.viewer_employee() is not null
  union
  select id from risk.projected_employees where org_unit_id in (select risk.viewer_units())
$$;

/* Risks of those units, those that the viewer owns, and those of no unit that somebody of those units owns. */
create function risk.viewer_risks() returns setof uuid
  language sql stable security definer set search_path = pg_catalog as
$$
  select id from risk.risks
  where org_unit_id in (select risk.viewer_units())
    or owner_id = risk.viewer_employee()
    or (org_unit_id is null and owner_id in (select risk.viewer_people()))
$$;

/* Controls that somebody of those units answers for, and those that hold one of those risks down. */
create function risk.viewer_controls() returns setof uuid
  language sql stable security definer set search_path = pg_catalog as
$$
  select id from risk.controls where owner_id in (select risk.viewer_people())
  union
  select control_id from risk.control_links where risk_id in (select risk.viewer_risks())
$$;

/* Controls that belong to no unit at all: nobody answers for them, and they hold down no risk. They are the company's. */
create function risk.common_controls() returns setof uuid
  language sql stable security definer set search_path = pg_catalog as
$$
  select c.id from risk.controls c
  where c.owner_id is null and not exists (
    select from risk.control_links l where l.tenant_id = c.tenant_id and l.control_id = c.id and l.risk_id is not null)
$$;

do $$
declare
  name text;
begin
  foreach name in array array['viewer_units', 'viewer_people', 'viewer_risks', 'viewer_controls', 'common_controls'] loop
    execute format('revoke all on function risk.%I() from public', name);
    execute format('grant execute on function risk.%I() to aems_risk_app', name);
  end loop;
  foreach name in array array['risk_assessments', 'risk_indicators', 'simulated_losses'] loop
    execute format(
      'create policy %I on risk.%I as restrictive to aems_risk_app using (
         case when (select risk.viewer_sees_every_unit()) then true else risk_id in (select risk.viewer_risks()) end)',
      name || '_within_reach', name);
  end loop;
end
$$;

/* In the words of viewer_risks, since a row that is being written is not there yet. */
create policy risks_within_reach on risk.risks as restrictive to aems_risk_app using (
  case when (select risk.viewer_sees_every_unit()) then true
    else org_unit_id in (select risk.viewer_units())
      or owner_id = (select risk.viewer_employee())
      or (org_unit_id is null and owner_id in (select risk.viewer_people())) end);

create policy incidents_within_reach on risk.incidents as restrictive to aems_risk_app using (
  case when (select risk.viewer_sees_every_unit()) then true else org_unit_id in (select risk.viewer_units()) end);

create policy controls_within_reach on risk.controls as restrictive to aems_risk_app using (
  case when (select risk.viewer_sees_every_unit()) then true
    else id in (select risk.viewer_controls()) or id in (select risk.common_controls()) end);
create policy control_links_within_reach on risk.control_links as restrictive to aems_risk_app using (
  case when (select risk.viewer_sees_every_unit()) then true
    else (control_id in (select risk.viewer_controls()) or control_id in (select risk.common_controls()))
      and (risk_id is null or risk_id in (select risk.viewer_risks())) end);
create policy control_tests_within_reach on risk.control_tests as restrictive to aems_risk_app using (
  case when (select risk.viewer_sees_every_unit()) then true
    else control_id in (select risk.viewer_controls()) or control_id in (select risk.common_controls()) end);

-- A finding is for whoever answers for it or for its control; one that nobody answers for is as common as its control.
create policy findings_within_reach on risk.findings as restrictive to aems_risk_app using (
  case when (select risk.viewer_sees_every_unit()) then true
    else owner_id in (select risk.viewer_people())
      or control_id in (select risk.viewer_controls())
      or (owner_id is null and (control_id is null or control_id in (select risk.common_controls()))) end);

-- A return that nobody answers for is the company's.
create policy filings_within_reach on risk.filings as restrictive to aems_risk_app using (
  case when (select risk.viewer_sees_every_unit()) then true
    else owner_id is null or owner_id in (select risk.viewer_people()) end);
