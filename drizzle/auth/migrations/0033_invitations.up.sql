-- Invitations into a company, each good for one person and one use. Only hashes of their tokens are kept.
create table auth.invitations (
  tenant_id uuid not null references auth.companies (id) on delete cascade,
  id uuid not null,
  email text not null,
  roles text[] not null check (cardinality(roles) > 0),
  employee_id uuid,
  sales_person_id uuid,
  token_hash bytea not null unique,
  invited_by uuid references auth.users (id) on delete set null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  accepted_at timestamptz,
  revoked_at timestamptz,
  primary key (tenant_id, id)
);
create index invitations_inviter on auth.invitations (invited_by);

alter table auth.invitations enable row level security;
alter table auth.invitations force row level security;
create policy invitations_of_tenant on auth.invitations
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));

-- Whoever was invited belongs to no company yet and shows a token alone. The function gives the one invitation that has it.
create policy invitations_of_owner on auth.invitations for select to aems_auth_owner using (true);

create function auth.invitation_with(hash bytea) returns table (tenant_id uuid, id uuid)
  language sql stable security definer set search_path = pg_catalog
  as $$
    select i.tenant_id, i.id from auth.invitations i
    where i.token_hash = hash and i.accepted_at is null and i.revoked_at is null and i.expires_at > now()
  $$;
revoke all on function auth.invitation_with(bytea) from public;
grant execute on function auth.invitation_with(bytea) to aems_auth_app;
grant select, insert, update, delete on auth.invitations to aems_auth_app;
