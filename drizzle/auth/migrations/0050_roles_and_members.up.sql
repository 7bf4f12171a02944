-- A company's own roles, made of the same scopes as those that come with the product.
create table auth.roles (
  tenant_id uuid not null references auth.companies (id) on delete cascade,
  name text not null check (name ~ '^[a-z][a-z0-9-]{1,39}$'),
  description text not null default '',
  scopes text[] not null,
  created_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  primary key (tenant_id, name)
);

alter table auth.roles enable row level security;
alter table auth.roles force row level security;
create policy roles_of_tenant on auth.roles
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
-- Who signs in has no tenant yet, and must learn what their roles allow.
create policy roles_of_own_companies on auth.roles for select
  using (tenant_id in (select m.tenant_id from auth.memberships m
    where m.user_id = (select nullif(current_setting('app.user_id', true), '')::uuid)));
grant select, insert, update, delete on auth.roles to aems_auth_app;

-- Sessions that began before do not act in this company: an administrator ended all that the member had.
alter table auth.memberships add column sessions_from timestamptz;
-- When a member was last seen in a company.
create index sessions_seen on auth.sessions (user_id, company_id, last_seen_at);
