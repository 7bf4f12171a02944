-- A target of the whole company, or of another unit, is none for figures of some units. Members are named by name or ref.
create policy targets_within_reach on finance.targets as restrictive to aems_finance_app using (
  case when (select finance.viewer_sees_every_unit()) then true
    else dimension in ('ORG_UNIT', 'LEGAL_ENTITY') and exists (
      select from finance.projected_org_units unit
      where unit.id in (select finance.viewer_units()) and (unit.name = member or unit.ref = member)) end);
