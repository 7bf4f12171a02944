-- What happened, for subscriptions, caches and other domains; written in the transaction that changed it.
create table sales.outbox (
  tenant_id uuid not null,
  id uuid not null,
  occurred_at timestamptz not null default now(),
  type text not null,
  subject jsonb not null,
  primary key (tenant_id, id)
);

-- What a command with an idempotency key came to, so that a retry changes nothing.
create table sales.commands (
  tenant_id uuid not null,
  key text not null,
  command text not null,
  subject_id uuid not null,
  done_at timestamptz not null default now(),
  primary key (tenant_id, key)
);

-- What people did to an order, an opportunity, a customer or a target, and what it was before.
create table sales.changes (
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
create index changes_by_subject on sales.changes (tenant_id, subject_id, id);

do $$
declare
  name text;
begin
  foreach name in array array['outbox', 'commands', 'changes']
  loop
    execute format('alter table sales.%I enable row level security', name);
    execute format('alter table sales.%I force row level security', name);
    execute format(
      'create policy %I on sales.%I using (tenant_id = (select nullif(current_setting(''app.tenant_id'', true), '''')::uuid))',
      name || '_of_tenant', name);
  end loop;
end
$$;

grant select, insert, update, delete on sales.outbox, sales.commands to aems_sales_app;
grant select, insert on sales.changes to aems_sales_app;

/*
 * Row rules: beside the tenant's policy, which lets a company in, these leave out what is not for a sales person who sees
 * their own deals and orders alone. app.sales_person_id names them; where it is empty, the viewer sees everyone's. The owner,
 * who keeps the rollups, is not bound: they are the same whoever writes.
 */
create policy orders_of_sales_person on sales.orders as restrictive to aems_sales_app using (
  (select nullif(current_setting('app.sales_person_id', true), '')) is null
  or sales_person_id = (select nullif(current_setting('app.sales_person_id', true), '')::uuid));
create policy order_lines_of_sales_person on sales.order_lines as restrictive to aems_sales_app using (
  (select nullif(current_setting('app.sales_person_id', true), '')) is null
  or exists (select from sales.orders o where o.tenant_id = order_lines.tenant_id and o.id = order_lines.order_id));
create policy opportunities_of_sales_person on sales.opportunities as restrictive to aems_sales_app using (
  (select nullif(current_setting('app.sales_person_id', true), '')) is null
  or sales_person_id = (select nullif(current_setting('app.sales_person_id', true), '')::uuid));
create policy opportunity_stages_of_sales_person on sales.opportunity_stages as restrictive to aems_sales_app using (
  (select nullif(current_setting('app.sales_person_id', true), '')) is null
  or exists (
    select from sales.opportunities o where o.tenant_id = opportunity_stages.tenant_id and o.id = opportunity_stages.opportunity_id));
create policy sales_targets_of_sales_person on sales.sales_targets as restrictive to aems_sales_app using (
  (select nullif(current_setting('app.sales_person_id', true), '')) is null
  or sales_person_id = (select nullif(current_setting('app.sales_person_id', true), '')::uuid));

/*
 * Sets the day of a customer's first order that was not cancelled, out of all their orders: also of those that whoever
 * records or cancels one may not see.
 */
create function sales.set_first_order(customer uuid) returns void
  language sql security definer set search_path = pg_catalog as $$
  update sales.customers c set first_ordered_on = (
    select min(o.ordered_on) from sales.orders o
    where o.tenant_id = c.tenant_id and o.customer_id = c.id and o.status <> 'cancelled')
  where c.tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid) and c.id = customer
$$;
revoke all on function sales.set_first_order(uuid) from public;
grant execute on function sales.set_first_order(uuid) to aems_sales_app;
