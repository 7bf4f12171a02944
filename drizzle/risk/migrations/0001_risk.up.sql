-- What risk needs to know of org units and employees, which hr owns, and of products. See drizzle/projections.ts.
create table risk.projected_org_units (
  tenant_id uuid not null,
  id uuid not null,
  ref text not null,
  name text not null,
  parent_id uuid,
  projected_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, ref)
);

create table risk.projected_employees (
  tenant_id uuid not null,
  id uuid not null,
  ref text not null,
  name text not null,
  projected_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, ref)
);

create table risk.projected_products (
  tenant_id uuid not null,
  id uuid not null,
  ref text not null,
  name text not null,
  projected_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, ref)
);

create table risk.risks (
  tenant_id uuid not null,
  id uuid not null,
  ref text not null,
  title text not null,
  category text not null,
  description text,
  owner_id uuid,
  org_unit_id uuid,
  identified_on date not null,
  likelihood numeric(5, 4) not null check (likelihood between 1 and 5),
  impact numeric(5, 4) not null check (impact between 1 and 5),
  residual_likelihood numeric(5, 4) check (residual_likelihood between 1 and 5),
  residual_impact numeric(5, 4) check (residual_impact between 1 and 5),
  treatment text check (treatment in ('avoid', 'reduce', 'transfer', 'accept')),
  status text not null check (status in ('open', 'closed')),
  -- Day on which it was closed here; absent where the source only says that it is closed.
  closed_on date,
  review_due_on date,
  -- Last day of an acceptance; the risk must be decided on again after it.
  accepted_until date,
  events_per_year numeric(20, 4) check (events_per_year >= 0),
  loss_low numeric(20, 4),
  loss_likely numeric(20, 4),
  loss_high numeric(20, 4),
  custom jsonb,
  primary key (tenant_id, id),
  unique (tenant_id, ref)
);
create index risks_by_category on risk.risks (tenant_id, category);
create index risks_by_owner on risk.risks (tenant_id, owner_id);
create index risks_by_org_unit on risk.risks (tenant_id, org_unit_id);

-- How a risk was seen over time: a row for each decision about it that was made here.
create table risk.risk_assessments (
  tenant_id uuid not null,
  id uuid not null,
  risk_id uuid not null,
  kind text not null check (kind in ('registered', 'assessed', 'treated', 'accepted', 'closed')),
  made_at timestamptz not null default now(),
  user_id uuid,
  likelihood numeric(5, 4) not null,
  impact numeric(5, 4) not null,
  residual_likelihood numeric(5, 4),
  residual_impact numeric(5, 4),
  treatment text,
  accepted_until date,
  note text,
  primary key (tenant_id, id)
);
create index risk_assessments_by_risk on risk.risk_assessments (tenant_id, risk_id, made_at);

create table risk.risk_appetite (
  tenant_id uuid not null,
  id uuid not null,
  category text not null,
  max_residual_score numeric(20, 4) not null check (max_residual_score >= 0),
  custom jsonb,
  primary key (tenant_id, id),
  unique (tenant_id, category)
);

create table risk.frameworks (
  tenant_id uuid not null,
  id uuid not null,
  ref text not null,
  name text not null,
  version text,
  authority text,
  custom jsonb,
  primary key (tenant_id, id),
  unique (tenant_id, ref)
);

create table risk.requirements (
  tenant_id uuid not null,
  id uuid not null,
  ref text not null,
  framework_id uuid not null,
  title text not null,
  text text,
  parent_id uuid,
  applies_from date,
  custom jsonb,
  primary key (tenant_id, id),
  unique (tenant_id, ref)
);
create index requirements_by_framework on risk.requirements (tenant_id, framework_id);
create index requirements_by_parent on risk.requirements (tenant_id, parent_id);

create table risk.controls (
  tenant_id uuid not null,
  id uuid not null,
  ref text not null,
  title text not null,
  family text,
  owner_id uuid,
  frequency text,
  status text check (status in ('planned', 'implemented', 'retired')),
  custom jsonb,
  primary key (tenant_id, id),
  unique (tenant_id, ref)
);
create index controls_by_family on risk.controls (tenant_id, family);
create index controls_by_owner on risk.controls (tenant_id, owner_id);

-- Which risk a control holds down, or which requirement it meets.
create table risk.control_links (
  tenant_id uuid not null,
  id uuid not null,
  control_id uuid not null,
  risk_id uuid,
  requirement_id uuid,
  custom jsonb,
  primary key (tenant_id, id),
  unique nulls not distinct (tenant_id, control_id, risk_id, requirement_id),
  check (num_nonnulls(risk_id, requirement_id) >= 1)
);
create index control_links_by_risk on risk.control_links (tenant_id, risk_id);
create index control_links_by_requirement on risk.control_links (tenant_id, requirement_id);

create table risk.control_tests (
  tenant_id uuid not null,
  id uuid not null,
  control_id uuid not null,
  tested_on date not null,
  result text not null check (result in ('effective', 'partly_effective', 'ineffective')),
  notes text,
  custom jsonb,
  primary key (tenant_id, id),
  unique (tenant_id, control_id, tested_on)
);
create index control_tests_by_day on risk.control_tests (tenant_id, tested_on, id);

create table risk.findings (
  tenant_id uuid not null,
  id uuid not null,
  ref text not null,
  title text not null,
  control_id uuid,
  severity text not null check (severity in ('low', 'medium', 'high', 'critical')),
  opened_on date not null,
  due_on date,
  closed_on date,
  owner_id uuid,
  custom jsonb,
  primary key (tenant_id, id),
  unique (tenant_id, ref)
);
create index findings_by_day on risk.findings (tenant_id, opened_on, id);
create index findings_by_control on risk.findings (tenant_id, control_id);
create index findings_by_owner on risk.findings (tenant_id, owner_id);

create table risk.incidents (
  tenant_id uuid not null,
  id uuid not null,
  ref text not null,
  title text not null,
  category text,
  severity text not null check (severity in ('low', 'medium', 'high', 'critical')),
  occurred_at timestamptz,
  detected_at timestamptz,
  reported_at timestamptz not null,
  resolved_at timestamptz,
  closed_at timestamptz,
  org_unit_id uuid,
  product_id uuid,
  loss_amount numeric(20, 4),
  records_affected integer,
  cause text,
  status text,
  custom jsonb,
  primary key (tenant_id, id),
  unique (tenant_id, ref)
);
create index incidents_by_report on risk.incidents (tenant_id, reported_at, id);
create index incidents_by_org_unit on risk.incidents (tenant_id, org_unit_id);
create index incidents_by_product on risk.incidents (tenant_id, product_id);
-- Members of dimensions are listed and checked by stepping from one value to the next.
create index incidents_by_category on risk.incidents (tenant_id, category);
create index incidents_by_cause on risk.incidents (tenant_id, cause);
create index incidents_by_status on risk.incidents (tenant_id, status);

create table risk.filings (
  tenant_id uuid not null,
  id uuid not null,
  ref text not null,
  regulation text not null,
  authority text,
  due_on date not null,
  filed_on date,
  owner_id uuid,
  custom jsonb,
  primary key (tenant_id, id),
  unique (tenant_id, ref)
);
create index filings_by_day on risk.filings (tenant_id, due_on, id);
create index filings_by_regulation on risk.filings (tenant_id, regulation);
create index filings_by_owner on risk.filings (tenant_id, owner_id);

create table risk.risk_indicators (
  tenant_id uuid not null,
  id uuid not null,
  risk_id uuid not null,
  name text not null,
  measured_on date not null,
  value numeric(20, 4) not null,
  amber_at numeric(20, 4),
  red_at numeric(20, 4),
  custom jsonb,
  primary key (tenant_id, id),
  unique (tenant_id, risk_id, name, measured_on)
);
create index risk_indicators_by_day on risk.risk_indicators (tenant_id, measured_on, id);

do $$
declare
  name text;
begin
  foreach name in array array['projected_org_units', 'projected_employees', 'projected_products', 'risks', 'risk_assessments',
    'risk_appetite', 'frameworks', 'requirements', 'controls', 'control_links', 'control_tests', 'findings', 'incidents',
    'filings', 'risk_indicators']
  loop
    execute format('alter table risk.%I enable row level security', name);
    execute format('alter table risk.%I force row level security', name);
    execute format(
      'create policy %I on risk.%I using (tenant_id = (select nullif(current_setting(''app.tenant_id'', true), '''')::uuid))',
      name || '_of_tenant', name);
  end loop;
end
$$;

grant select, insert, update, delete on all tables in schema risk to aems_risk_app;
