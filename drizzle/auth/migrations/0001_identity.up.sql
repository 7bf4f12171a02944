-- People, companies and who belongs where. users, companies, sessions and signing_keys are global: they are the
-- enumerated exception to "every row has a tenant", and only this domain's role can reach them.

create table auth.users (
  id uuid primary key,
  email text not null,
  name text not null,
  password_hash text not null,
  must_change_password boolean not null default false,
  created_at timestamptz not null default now(),
  disabled_at timestamptz
);
create unique index users_email on auth.users (lower(email));

create table auth.companies (
  id uuid primary key,
  key text not null unique check (key ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
  name text not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  fiscal_year_start_month smallint not null default 1 check (fiscal_year_start_month between 1 and 12),
  time_zone text not null default 'UTC',
  as_of date,
  created_at timestamptz not null default now()
);

create table auth.memberships (
  tenant_id uuid not null references auth.companies (id) on delete cascade,
  user_id uuid not null references auth.users (id) on delete cascade,
  roles text[] not null check (cardinality(roles) > 0),
  employee_id uuid,
  sales_person_id uuid,
  created_at timestamptz not null default now(),
  last_used_at timestamptz,
  primary key (tenant_id, user_id)
);
create index memberships_user on auth.memberships (user_id);

create table auth.sessions (
  id uuid primary key,
  user_id uuid not null references auth.users (id) on delete cascade,
  company_id uuid references auth.companies (id) on delete set null,
  refresh_hash bytea not null,
  address text,
  user_agent text,
  started_at timestamptz not null default now(),
  refreshed_at timestamptz not null default now(),
  expires_at timestamptz not null,
  ended_at timestamptz
);
create index sessions_user on auth.sessions (user_id) where ended_at is null;

create table auth.signing_keys (
  id text primary key,
  public_jwk jsonb not null,
  private_key_encrypted bytea not null,
  created_at timestamptz not null default now(),
  retired_at timestamptz
);

create table auth.imports (
  tenant_id uuid not null,
  id uuid not null,
  user_id uuid not null references auth.users (id) on delete cascade,
  company_key text not null,
  directory text not null,
  dry_run boolean not null,
  replaces boolean not null,
  status text not null check (status in ('running', 'done', 'faulty', 'failed', 'cancelled')),
  progress jsonb not null default '{}',
  files jsonb not null default '{}',
  counts jsonb not null default '[]',
  left_out text[] not null default '{}',
  faults jsonb not null default '[]',
  fault_count integer not null default 0,
  failure text,
  process_id integer,
  started_at timestamptz not null default now(),
  ended_at timestamptz,
  primary key (tenant_id, id)
);
create index imports_user on auth.imports (user_id, started_at desc);

create table auth.audit_log (
  tenant_id uuid,
  id uuid primary key,
  at timestamptz not null default now(),
  user_id uuid,
  action text not null,
  subject jsonb not null default '{}',
  address text,
  correlation_id text
);
create index audit_log_tenant on auth.audit_log (tenant_id, at desc);

alter table auth.memberships enable row level security;
alter table auth.memberships force row level security;
create policy memberships_of_tenant_or_self on auth.memberships
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid)
      or user_id = (select nullif(current_setting('app.user_id', true), '')::uuid));

alter table auth.imports enable row level security;
alter table auth.imports force row level security;
create policy imports_of_tenant_or_self on auth.imports
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid)
      or user_id = (select nullif(current_setting('app.user_id', true), '')::uuid));

-- The audit log is append-only: there is a policy to add and one to read, none to change or remove.
alter table auth.audit_log enable row level security;
alter table auth.audit_log force row level security;
create policy audit_log_add on auth.audit_log for insert with check (true);
create policy audit_log_read on auth.audit_log for select
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));

grant select, insert, update, delete on all tables in schema auth to aems_auth_app;
revoke update, delete on auth.audit_log from aems_auth_app;
