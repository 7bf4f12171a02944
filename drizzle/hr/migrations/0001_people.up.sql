create table hr.org_units (
  tenant_id uuid not null,
  id uuid not null,
  ref text not null,
  name text not null,
  kind text not null check (kind in ('division', 'department', 'legal_entity', 'cost_center')),
  parent_id uuid,
  manager_id uuid,
  custom jsonb,
  primary key (tenant_id, id),
  unique (tenant_id, ref)
);
create index org_units_by_parent on hr.org_units (tenant_id, parent_id);
create index org_units_by_manager on hr.org_units (tenant_id, manager_id);

-- What a person is now; jobs and compensation tell what they were.
create table hr.employees (
  tenant_id uuid not null,
  id uuid not null,
  ref text not null,
  name text not null,
  email text,
  gender text check (gender in ('female', 'male', 'other')),
  hired_on date,
  -- The first day without them.
  left_on date,
  leave_kind text check (leave_kind in ('voluntary', 'involuntary', 'retirement')),
  -- True where someone left on a day that nobody knows.
  has_left boolean,
  job_title text,
  job_level text,
  org_unit_id uuid,
  manager_id uuid,
  employment_type text,
  -- Share of a full working week; null counts as 1.
  fte numeric(20, 4) check (fte >= 0),
  location text,
  -- Years with the company where the source tells these and no day of hire.
  years_of_service numeric(20, 4),
  overtime boolean,
  hire_source text,
  custom jsonb,
  primary key (tenant_id, id),
  unique (tenant_id, ref)
);
create index employees_by_name on hr.employees (tenant_id, name, id);
create index employees_by_org_unit on hr.employees (tenant_id, org_unit_id, name, id);
create index employees_by_manager on hr.employees (tenant_id, manager_id, name, id);
create index employees_by_hire on hr.employees (tenant_id, hired_on);
create index employees_by_leave on hr.employees (tenant_id, left_on);
-- Members of dimensions are listed and checked by stepping from one value to the next.
create index employees_by_job_title on hr.employees (tenant_id, job_title);
create index employees_by_job_level on hr.employees (tenant_id, job_level);
create index employees_by_location on hr.employees (tenant_id, location);
create index employees_by_employment_type on hr.employees (tenant_id, employment_type);
create index employees_by_hire_source on hr.employees (tenant_id, hire_source);

-- Personal, so it stands by itself, behind a policy of its own. See docs/decisions/015-pay.md.
create table hr.birth_days (
  tenant_id uuid not null,
  id uuid not null,
  born_on date,
  primary key (tenant_id, id)
);

create table hr.jobs (
  tenant_id uuid not null,
  id uuid not null,
  employee_id uuid not null,
  org_unit_id uuid not null,
  job_title text,
  starts_on date not null,
  ends_on date check (ends_on >= starts_on),
  custom jsonb,
  primary key (tenant_id, id),
  unique (tenant_id, employee_id, starts_on)
);
create index jobs_by_org_unit on hr.jobs (tenant_id, org_unit_id);

create table hr.compensation (
  tenant_id uuid not null,
  id uuid not null,
  employee_id uuid not null,
  effective_on date not null,
  annual_amount numeric(20, 4) not null,
  currency text,
  band_min numeric(20, 4),
  band_mid numeric(20, 4),
  band_max numeric(20, 4),
  custom jsonb,
  primary key (tenant_id, id),
  unique (tenant_id, employee_id, effective_on)
);

create table hr.requisitions (
  tenant_id uuid not null,
  id uuid not null,
  ref text not null,
  org_unit_id uuid,
  title text not null,
  opened_on date not null,
  filled_on date,
  cancelled_on date,
  -- How many people are sought; null counts as 1.
  positions integer,
  cost numeric(20, 4),
  custom jsonb,
  primary key (tenant_id, id),
  unique (tenant_id, ref)
);
create index requisitions_by_opening on hr.requisitions (tenant_id, opened_on, id);
create index requisitions_by_org_unit on hr.requisitions (tenant_id, org_unit_id, opened_on, id);
create index requisitions_by_title on hr.requisitions (tenant_id, title);

create table hr.candidates (
  tenant_id uuid not null,
  id uuid not null,
  ref text not null,
  requisition_id uuid not null,
  source text,
  applied_on date not null,
  stage text not null,
  offered_on date,
  offer text check (offer in ('accepted', 'declined', 'pending')),
  hired_on date,
  custom jsonb,
  primary key (tenant_id, id),
  unique (tenant_id, ref)
);
create index candidates_by_application on hr.candidates (tenant_id, applied_on, id);
create index candidates_by_requisition on hr.candidates (tenant_id, requisition_id, applied_on, id);
create index candidates_by_source on hr.candidates (tenant_id, source);

create table hr.candidate_stages (
  tenant_id uuid not null,
  id uuid not null,
  candidate_id uuid not null,
  stage text not null,
  entered_on date not null,
  custom jsonb,
  primary key (tenant_id, id),
  unique (tenant_id, candidate_id, stage, entered_on)
);
create index candidate_stages_by_day on hr.candidate_stages (tenant_id, entered_on);

create table hr.performance_reviews (
  tenant_id uuid not null,
  id uuid not null,
  employee_id uuid not null,
  reviewed_on date not null,
  rating numeric(20, 4) not null check (rating between 1 and 5),
  potential numeric(20, 4) check (potential between 1 and 5),
  custom jsonb,
  primary key (tenant_id, id),
  unique (tenant_id, employee_id, reviewed_on)
);
create index performance_reviews_by_day on hr.performance_reviews (tenant_id, reviewed_on, id);

create table hr.goals (
  tenant_id uuid not null,
  id uuid not null,
  ref text not null,
  employee_id uuid not null,
  title text not null,
  -- How much it counts beside others; null counts as 1.
  weight numeric(20, 4) check (weight >= 0),
  progress numeric(20, 4) check (progress between 0 and 1),
  due_on date,
  completed_on date,
  custom jsonb,
  primary key (tenant_id, id),
  unique (tenant_id, ref)
);
create index goals_by_employee on hr.goals (tenant_id, employee_id, due_on);
create index goals_by_due_day on hr.goals (tenant_id, due_on, id);

create table hr.surveys (
  tenant_id uuid not null,
  id uuid not null,
  ref text not null,
  name text not null,
  opened_on date not null,
  closed_on date,
  -- How many people were asked to answer.
  invited integer,
  custom jsonb,
  primary key (tenant_id, id),
  unique (tenant_id, ref)
);
create index surveys_by_name on hr.surveys (tenant_id, name);

-- One answer to one question; nobody knows whose.
create table hr.survey_responses (
  tenant_id uuid not null,
  id uuid not null,
  -- Ref or name of the survey.
  survey text not null,
  question text not null,
  org_unit_id uuid,
  responded_on date not null,
  score numeric(20, 4) not null check (score between 0 and 10),
  custom jsonb,
  primary key (tenant_id, id)
);
create index survey_responses_by_survey on hr.survey_responses (tenant_id, survey, responded_on);
create index survey_responses_by_day on hr.survey_responses (tenant_id, responded_on, id);

create table hr.training_records (
  tenant_id uuid not null,
  id uuid not null,
  employee_id uuid not null,
  course text not null,
  completed_on date not null,
  hours numeric(20, 4) not null check (hours >= 0),
  cost numeric(20, 4),
  score numeric(20, 4),
  custom jsonb,
  primary key (tenant_id, id),
  unique (tenant_id, employee_id, course, completed_on)
);
create index training_records_by_day on hr.training_records (tenant_id, completed_on, id);
create index training_records_by_course on hr.training_records (tenant_id, course);

create table hr.absences (
  tenant_id uuid not null,
  id uuid not null,
  employee_id uuid not null,
  kind text not null,
  starts_on date not null,
  ends_on date not null check (ends_on >= starts_on),
  -- Working days lost.
  days numeric(20, 4) not null check (days >= 0),
  custom jsonb,
  primary key (tenant_id, id),
  unique (tenant_id, employee_id, kind, starts_on)
);
create index absences_by_day on hr.absences (tenant_id, starts_on, id);
create index absences_by_kind on hr.absences (tenant_id, kind);

-- What happened, for subscriptions, caches and other domains; written in the transaction that changed it.
create table hr.outbox (
  tenant_id uuid not null,
  id uuid not null,
  occurred_at timestamptz not null default now(),
  type text not null,
  subject jsonb not null,
  primary key (tenant_id, id)
);

-- What a command with an idempotency key came to, so that a retry changes nothing.
create table hr.commands (
  tenant_id uuid not null,
  key text not null,
  command text not null,
  subject_id uuid not null,
  done_at timestamptz not null default now(),
  primary key (tenant_id, key)
);

do $$
declare
  name text;
begin
  foreach name in array array['org_units', 'employees', 'birth_days', 'jobs', 'compensation', 'requisitions', 'candidates',
    'candidate_stages', 'performance_reviews', 'goals', 'surveys', 'survey_responses', 'training_records', 'absences', 'outbox', 'commands']
  loop
    execute format('alter table hr.%I enable row level security', name);
    execute format('alter table hr.%I force row level security', name);
    execute format(
      'create policy %I on hr.%I using (tenant_id = (select nullif(current_setting(''app.tenant_id'', true), '''')::uuid))',
      name || '_of_tenant', name);
  end loop;
end
$$;

-- Row rules: beside the tenant's policy, which lets a company in, these leave out what is not for the viewer.

create function hr.viewer_has(variadic any_of text[]) returns boolean
  language sql stable set search_path = pg_catalog as
$$ select string_to_array(coalesce(current_setting('app.scopes', true), ''), ' ') && any_of $$;

/* An import writes for the whole company; it has this one scope and no other, as no person has. */
create function hr.viewer_imports() returns boolean
  language sql stable set search_path = pg_catalog as
$$ select coalesce(current_setting('app.scopes', true), '') = 'import:write' $$;

create function hr.viewer_sees_everyone() returns boolean
  language sql stable set search_path = pg_catalog as
$$ select hr.viewer_has('hr:all') or hr.viewer_imports() $$;

create function hr.viewer_employee() returns uuid
  language sql stable set search_path = pg_catalog as
$$ select nullif(current_setting('app.employee_id', true), '')::uuid $$;

/* The org units that the viewer manages, and all beneath them. */
create function hr.viewer_units() returns setof uuid
  language sql stable security definer set search_path = pg_catalog as
$$
  with recursive mine (id) as (
    select id from hr.org_units where manager_id = hr.viewer_employee()
    union
    select beneath.id from hr.org_units beneath join mine on beneath.parent_id = mine.id
  )
  select id from mine
$$;
revoke all on function hr.viewer_units() from public;
grant execute on function hr.viewer_units() to aems_hr_app;

/* Figures are made with this scope beside the viewer's own; nobody is given it. */
create function hr.viewer_sees_birth_days() returns boolean
  language sql stable set search_path = pg_catalog as
$$ select hr.viewer_has('hr:personal:read', 'hr:figures') or hr.viewer_imports() $$;

create function hr.viewer_sees_pay() returns boolean
  language sql stable set search_path = pg_catalog as
$$
  select hr.viewer_has('hr:pay:read') or (hr.viewer_has('hr:figures') and hr.viewer_has('hr:pay:aggregate')) or hr.viewer_imports()
$$;

create policy employees_within_reach on hr.employees as restrictive using (
  (select hr.viewer_sees_everyone())
  or org_unit_id in (select hr.viewer_units())
  or id = (select hr.viewer_employee()));

create policy birth_days_personal on hr.birth_days as restrictive using (
  (select hr.viewer_sees_birth_days())
  and ((select hr.viewer_sees_everyone()) or id in (select id from hr.employees)));

create policy compensation_confidential on hr.compensation as restrictive using (
  (select hr.viewer_sees_pay())
  and ((select hr.viewer_sees_everyone()) or employee_id in (select id from hr.employees)));

do $$
declare
  name text;
begin
  foreach name in array array['jobs', 'performance_reviews', 'goals', 'training_records', 'absences'] loop
    execute format(
      'create policy %I on hr.%I as restrictive using (
         (select hr.viewer_sees_everyone()) or employee_id in (select id from hr.employees))',
      name || '_within_reach', name);
  end loop;
  foreach name in array array['requisitions', 'survey_responses'] loop
    execute format(
      'create policy %I on hr.%I as restrictive using (
         (select hr.viewer_sees_everyone()) or org_unit_id in (select hr.viewer_units()))',
      name || '_within_reach', name);
  end loop;
end
$$;

create policy candidates_within_reach on hr.candidates as restrictive using (
  (select hr.viewer_sees_everyone()) or requisition_id in (select id from hr.requisitions));
create policy candidate_stages_within_reach on hr.candidate_stages as restrictive using (
  (select hr.viewer_sees_everyone()) or candidate_id in (select id from hr.candidates));

grant select, insert, update, delete on all tables in schema hr to aems_hr_app;
