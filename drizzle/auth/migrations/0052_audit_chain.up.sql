-- The audit log is sealed into a chain for each company, each second: what is edited, removed or put elsewhere afterwards
-- breaks it. See docs/decisions/031-the-audit-chain.md.

-- Entries that wait for their seal, written with them. Global: it has ids alone, and the sealer looks after all companies.
create table auth.audit_unsealed (
  entry_id uuid primary key,
  chain_id uuid not null
);
grant select, insert, delete on auth.audit_unsealed to aems_auth_app;

create function auth.note_unsealed() returns trigger language plpgsql as $$
begin
  insert into auth.audit_unsealed (entry_id, chain_id)
  values (new.id, coalesce(new.tenant_id, '00000000-0000-0000-0000-000000000000'));
  return null;
end $$;
create trigger audit_log_unsealed after insert on auth.audit_log
  for each row execute function auth.note_unsealed();

-- What is there already is sealed first.
do $$ begin
  alter table auth.audit_log no force row level security;
  insert into auth.audit_unsealed (entry_id, chain_id)
    select id, coalesce(tenant_id, '00000000-0000-0000-0000-000000000000') from auth.audit_log;
  alter table auth.audit_log force row level security;
end $$;

-- tenant_id is 00000000-0000-0000-0000-000000000000 for what concerns no company.
create table auth.audit_seals (
  tenant_id uuid not null,
  number bigint not null,
  entry_id uuid not null,
  content_hash bytea not null,
  chain_hash bytea not null,
  primary key (tenant_id, number),
  unique (tenant_id, entry_id)
);

create table auth.audit_heads (
  tenant_id uuid not null,
  number bigint not null,
  sealed_at timestamptz not null,
  chain_hash bytea not null,
  signature bytea not null,
  primary key (tenant_id, number)
);

alter table auth.audit_seals enable row level security;
alter table auth.audit_seals force row level security;
create policy audit_seals_of_tenant on auth.audit_seals
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
alter table auth.audit_heads enable row level security;
alter table auth.audit_heads force row level security;
create policy audit_heads_of_tenant on auth.audit_heads
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
grant select, insert on auth.audit_seals, auth.audit_heads to aems_auth_app;

-- What concerns no company is sealed, too, by a viewer who is nobody.
create policy audit_log_read_of_none on auth.audit_log for select
  using (tenant_id is null and nullif(current_setting('app.user_id', true), '') is null
    and current_setting('app.tenant_id', true) = '00000000-0000-0000-0000-000000000000');
-- How members sign in concerns each company that they belong to.
create policy audit_log_read_of_members on auth.audit_log for select
  using (tenant_id is null and user_id in (select m.user_id from auth.memberships m
    where m.tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid)));
create index audit_log_user on auth.audit_log (user_id, at desc);
