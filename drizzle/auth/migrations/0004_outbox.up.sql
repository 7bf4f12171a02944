-- Changes that others are told of, in the transaction that makes them.
create table auth.outbox (
  tenant_id uuid not null,
  id uuid not null,
  occurred_at timestamptz not null default now(),
  type text not null,
  subject jsonb not null,
  primary key (tenant_id, id)
);

alter table auth.outbox enable row level security;
alter table auth.outbox force row level security;
create policy outbox_of_tenant on auth.outbox
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));

grant select, insert, update, delete on auth.outbox to aems_auth_app;
