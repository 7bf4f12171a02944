-- What people did to those who work here, to requisitions and candidates, and what it was before. Pay has a history of its own.
create table hr.changes (
  tenant_id uuid not null,
  id uuid not null,
  subject_id uuid not null,
  changed_at timestamptz not null default now(),
  user_id uuid not null,
  action text not null,
  was jsonb,
  became jsonb not null,
  primary key (tenant_id, id)
);
create index changes_by_subject on hr.changes (tenant_id, subject_id, id);

-- Who has answered a survey, so that nobody does twice. What they answered, and when, stands elsewhere, without them.
create table hr.survey_participants (
  tenant_id uuid not null,
  survey_id uuid not null,
  employee_id uuid not null,
  primary key (tenant_id, survey_id, employee_id)
);

do $$
declare
  name text;
begin
  foreach name in array array['changes', 'survey_participants']
  loop
    execute format('alter table hr.%I enable row level security', name);
    execute format('alter table hr.%I force row level security', name);
    execute format(
      'create policy %I on hr.%I using (tenant_id = (select nullif(current_setting(''app.tenant_id'', true), '''')::uuid))',
      name || '_of_tenant', name);
  end loop;
end
$$;

-- One's own answering and nobody else's.
create policy survey_participants_own on hr.survey_participants as restrictive using (employee_id = (select hr.viewer_employee()));

-- Whoever works in a unit answers for it, though they do not see what others answered.
alter policy survey_responses_within_reach on hr.survey_responses with check (
  (select hr.viewer_sees_everyone())
  or org_unit_id in (select hr.viewer_units())
  or org_unit_id is not distinct from (select org_unit_id from hr.employees where id = (select hr.viewer_employee())));

-- History is written and not changed; nothing reads it yet.
grant insert on hr.changes to aems_hr_app;
grant select, insert on hr.survey_participants to aems_hr_app;
