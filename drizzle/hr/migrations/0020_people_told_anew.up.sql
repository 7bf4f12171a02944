-- Risk learns who manages a unit and where people work (risk 0010): what is known of them is projected once more.
alter table hr.org_units no force row level security;
alter table hr.employees no force row level security;
alter table hr.outbox no force row level security;
insert into hr.outbox (tenant_id, id, type, subject)
  select tenant_id, gen_random_uuid(), 'org_unit.told_anew', jsonb_build_object('id', id) from hr.org_units
  union all
  select tenant_id, gen_random_uuid(), 'employee.told_anew', jsonb_build_object('id', id) from hr.employees;
alter table hr.org_units force row level security;
alter table hr.employees force row level security;
alter table hr.outbox force row level security;
