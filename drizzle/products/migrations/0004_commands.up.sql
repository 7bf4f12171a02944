-- What happened, for subscriptions, caches and other domains; written in the transaction that changed it.
create table products.outbox (
  tenant_id uuid not null,
  id uuid not null,
  occurred_at timestamptz not null default now(),
  type text not null,
  subject jsonb not null,
  primary key (tenant_id, id)
);

-- What a command with an idempotency key came to, so that a retry changes nothing.
create table products.commands (
  tenant_id uuid not null,
  key text not null,
  command text not null,
  subject_id uuid not null,
  done_at timestamptz not null default now(),
  primary key (tenant_id, key)
);

-- What people did to a product or a purchase order, and what it was before.
create table products.changes (
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
create index changes_by_subject on products.changes (tenant_id, subject_id, id);

do $$
declare
  name text;
begin
  foreach name in array array['outbox', 'commands', 'changes']
  loop
    execute format('alter table products.%I enable row level security', name);
    execute format('alter table products.%I force row level security', name);
    execute format(
      'create policy %I on products.%I using (tenant_id = (select nullif(current_setting(''app.tenant_id'', true), '''')::uuid))',
      name || '_of_tenant', name);
  end loop;
end
$$;

grant select, insert, update, delete on products.outbox, products.commands to aems_products_app;
grant select, insert on products.changes to aems_products_app;
