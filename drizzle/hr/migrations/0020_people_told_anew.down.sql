alter table hr.outbox no force row level security;
delete from hr.outbox where type in ('org_unit.told_anew', 'employee.told_anew');
alter table hr.outbox force row level security;
