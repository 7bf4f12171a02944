-- Keys of partner tools. Each is an account of its own that no password opens: what it writes bears its id, and nothing of
-- whoever made it is within its reach.
create table auth.api_keys (
  tenant_id uuid not null references auth.companies (id) on delete cascade,
  id uuid not null references auth.users (id) on delete cascade,
  name text not null,
  -- What is shown of it; the key itself is kept nowhere.
  prefix text not null,
  key_hash bytea not null,
  -- After a rotation, the key before holds until then.
  former_hash bytea,
  former_until timestamptz,
  scopes text[] not null check (cardinality(scopes) > 0),
  -- Addresses and networks that it may come from; none: any.
  addresses text[] not null default '{}',
  requests_per_minute integer not null check (requests_per_minute between 1 and 60000),
  made_by uuid not null,
  made_at timestamptz not null default now(),
  expires_at timestamptz not null,
  last_used_at timestamptz,
  last_address text,
  ended_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, prefix)
);

alter table auth.api_keys enable row level security;
alter table auth.api_keys force row level security;
create policy api_keys_of_tenant on auth.api_keys
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
grant select, insert, update, delete on auth.api_keys to aems_auth_app;
