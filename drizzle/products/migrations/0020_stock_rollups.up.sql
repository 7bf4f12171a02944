/*
 * What comes on the shelves and goes from them, by day, month and year for each product in each warehouse: all up to a day
 * sums to the stock on it. See docs/decisions/014-rollups.md and 017-stock-is-a-sum.md. An entry (a count or a movement)
 * comes on its day, and goes on the day of the count that takes its place.
 */
create table products.stock_rollups (
  tenant_id uuid not null,
  grain text not null check (grain in ('day', 'month', 'year')),
  -- First day of the day, month or year.
  bucket date not null,
  product_id uuid not null,
  -- Id; empty: movements of no warehouse.
  warehouse text not null,
  -- How many entries came, less those that went.
  entries bigint not null,
  quantity numeric not null,
  reserved numeric not null,
  primary key (tenant_id, grain, bucket, product_id, warehouse)
) with (fillfactor = 85);
create index stock_rollups_by_product on products.stock_rollups (tenant_id, product_id) where grain = 'day';
-- Cells of which nothing is left, until the folder removes them.
create index stock_rollups_emptied on products.stock_rollups (tenant_id) where entries = 0 and quantity = 0 and reserved = 0;

-- What ordinary writes have added and taken, not yet folded into the rollups: appended by triggers in the writing transaction.
create table products.stock_rollup_deltas (
  tenant_id uuid not null,
  id bigint generated always as identity,
  day date not null,
  product_id uuid not null,
  warehouse_id uuid,
  entries bigint not null,
  quantity numeric not null,
  reserved numeric not null,
  primary key (tenant_id, id)
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000, autovacuum_analyze_scale_factor = 0,
  autovacuum_analyze_threshold = 1000);

do $$
declare
  name text;
begin
  foreach name in array array['stock_rollups', 'stock_rollup_deltas'] loop
    execute format('alter table products.%I enable row level security', name);
    execute format('alter table products.%I force row level security', name);
    execute format(
      'create policy %I on products.%I using (tenant_id = (select nullif(current_setting(''app.tenant_id'', true), '''')::uuid))',
      name || '_of_tenant', name);
  end loop;
  -- The upkeep runs as the owner, whom nobody signs in as. It is the same whoever writes, and however few rows they may see.
  foreach name in array array['stock_rollups', 'stock_rollup_deltas', 'stock_counts', 'stock_movements'] loop
    execute format('create policy %I on products.%I to aems_products_owner using (true)', name || '_of_upkeep', name);
  end loop;
end
$$;
-- Written by the functions below alone.
grant select on products.stock_rollups, products.stock_rollup_deltas to aems_products_app;

-- Held shared by those who move stock, alone by those who count it or make the rollups anew: which movements a count takes in
-- must not change under it.
create function products.rollup_lock(tenant uuid) returns bigint
  language sql immutable return hashtextextended('products.rollups ' || tenant::text, 0);
-- Held by whoever folds.
create function products.rollup_fold_lock(tenant uuid) returns bigint
  language sql immutable return hashtextextended('products.rollups folded ' || tenant::text, 0);

/* What comes and goes, by day, out of the entries: of some products, or of all where none are named. */
create function products.stock_changes(tenant uuid, wanted uuid[])
  returns table (day date, product_id uuid, warehouse_id uuid, entries bigint, quantity numeric, reserved numeric)
  language sql stable set search_path = pg_catalog as $$
  with entered as (
    select c.product_id, c.warehouse_id, c.as_of as day, c.as_of + 1 as superseded_from, c.on_hand as quantity, coalesce(c.reserved, 0) as reserved
    from products.stock_counts c where c.tenant_id = tenant and (wanted is null or c.product_id = any(wanted))
    union all
    select m.product_id, m.warehouse_id, m.moved_on, m.moved_on + m.after_count::integer, m.quantity, 0
    from products.stock_movements m where m.tenant_id = tenant and (wanted is null or m.product_id = any(wanted))),
  -- The days between counts, each with the one that ends it: of a shelf, and of a product in whatever warehouse.
  until_counted as (
    select c.product_id, c.warehouse_id::text as shelf, c.as_of,
      lag(c.as_of, 1, '-infinity') over (partition by c.product_id, c.warehouse_id order by c.as_of) as after
    from products.stock_counts c where c.tenant_id = tenant and (wanted is null or c.product_id = any(wanted))
    union all
    select c.product_id, '', c.as_of, lag(c.as_of, 1, '-infinity') over (partition by c.product_id order by c.as_of)
    from products.stock_counts c where c.tenant_id = tenant and (wanted is null or c.product_id = any(wanted)))
  select change.day, e.product_id, e.warehouse_id, sum(change.sign), sum(change.sign * e.quantity), sum(change.sign * e.reserved)
  from entered e left join until_counted u on u.product_id = e.product_id and u.shelf = coalesce(e.warehouse_id::text, '')
    and e.superseded_from > u.after and e.superseded_from <= u.as_of
  cross join lateral (values (e.day, 1), (u.as_of, -1)) change (day, sign)
  where change.day is not null
  group by 1, 2, 3
$$;
revoke all on function products.stock_changes(uuid, uuid[]) from public;

/* Movements: they come on their day, and go with the next count of their shelf, where there is one already. */
do $upkeep$
declare
  event text;
  changed text;
  tables text;
begin
  for event, changed, tables in values
    ('insert', 'select 1 as sign, n.* from new_rows n', 'new table as new_rows'),
    ('delete', 'select -1 as sign, o.* from old_rows o', 'old table as old_rows'),
    ('update', 'select 1 as sign, n.* from new_rows n union all select -1, o.* from old_rows o', 'new table as new_rows old table as old_rows')
  loop
    execute format($function$
      create function products.roll_up_%1$s_of_stock_movements() returns trigger
        language plpgsql security definer set search_path = pg_catalog as $$
begin
  -- Whoever writes in bulk makes the rollups anew when all is there: products.rebuild_rollups.
  if current_setting('app.stock_rollups', true) = 'off' then return null; end if;
  perform pg_advisory_xact_lock_shared(products.rollup_lock(tenant_id)) from (select distinct tenant_id from (%2$s) changed) tenants;
  insert into products.stock_rollup_deltas (tenant_id, day, product_id, warehouse_id, entries, quantity, reserved)
  select * from (
    select m.tenant_id, change.day, m.product_id, m.warehouse_id, sum(m.sign * change.sign) as entries,
      sum(m.sign * change.sign * m.quantity) as quantity, 0 as reserved
    from (%2$s) m
    cross join lateral (
      select min(c.as_of) as counted_on from products.stock_counts c
      where c.tenant_id = m.tenant_id and c.product_id = m.product_id and (m.warehouse_id is null or c.warehouse_id = m.warehouse_id)
        and c.as_of >= m.moved_on + m.after_count::integer) later
    cross join lateral (values (m.moved_on, 1), (later.counted_on, -1)) change (day, sign)
    where change.day is not null
    group by 1, 2, 3, 4) d
  where (entries, quantity) <> (0, 0);
  return null;
end
$$;
      revoke all on function products.roll_up_%1$s_of_stock_movements() from public;
      create trigger roll_up_%1$s after %1$s on products.stock_movements referencing %3$s
        for each statement execute function products.roll_up_%1$s_of_stock_movements()$function$, event, changed, tables);
  end loop;

  -- Counts: they take the place of others, so that all of their products is restated.
  for event, changed, tables in values
    ('insert', 'select tenant_id, product_id from new_rows', 'new table as new_rows'),
    ('delete', 'select tenant_id, product_id from old_rows', 'old table as old_rows'),
    ('update', 'select tenant_id, product_id from new_rows union select tenant_id, product_id from old_rows', 'new table as new_rows old table as old_rows')
  loop
    execute format($function$
      create function products.roll_up_%1$s_of_stock_counts() returns trigger
        language plpgsql security definer set search_path = pg_catalog as $$
declare
  tenant uuid;
  wanted uuid[];
begin
  if current_setting('app.stock_rollups', true) = 'off' then return null; end if;
  for tenant, wanted in select tenant_id, array_agg(distinct product_id) from (%2$s) changed group by 1 order by 1 loop
    perform pg_advisory_xact_lock(products.rollup_lock(tenant));
    insert into products.stock_rollup_deltas (tenant_id, day, product_id, warehouse_id, entries, quantity, reserved)
    select * from (
      select tenant, day, product_id, warehouse_id, sum(entries) as entries, sum(quantity) as quantity, sum(reserved) as reserved
      from (
        select * from products.stock_changes(tenant, wanted)
        union all
        select bucket, product_id, nullif(warehouse, '')::uuid, -entries, -quantity, -reserved from products.stock_rollups
        where tenant_id = tenant and grain = 'day' and product_id = any(wanted)
        union all
        select day, product_id, warehouse_id, -entries, -quantity, -reserved from products.stock_rollup_deltas
        where tenant_id = tenant and product_id = any(wanted)) beside
      group by 1, 2, 3, 4) d
    where (entries, quantity, reserved) <> (0, 0, 0);
  end loop;
  return null;
end
$$;
      revoke all on function products.roll_up_%1$s_of_stock_counts() from public;
      create trigger roll_up_%1$s after %1$s on products.stock_counts referencing %3$s
        for each statement execute function products.roll_up_%1$s_of_stock_counts()$function$, event, changed, tables);
  end loop;
end
$upkeep$;

/*
 * Folds what writers appended into the rollups, company by company, of many deltas a part at a time; whom another folds is
 * left to them. Runs as the owner, for every company. Gives how many deltas it folded.
 */
create function products.fold_rollups() returns integer
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  tenant uuid;
  count integer;
  folded integer := 0;
begin
  for tenant in select distinct d.tenant_id from products.stock_rollup_deltas d loop
    continue when not pg_try_advisory_xact_lock(products.rollup_fold_lock(tenant));
    with gone as (
      delete from products.stock_rollup_deltas d where d.tenant_id = tenant
        and d.id in (select o.id from products.stock_rollup_deltas o where o.tenant_id = tenant order by o.id limit 20000) returning d.*),
    cells as (
      select g.grain, g.bucket, d.product_id, coalesce(d.warehouse_id::text, '') as warehouse,
        sum(d.entries) as entries, sum(d.quantity) as quantity, sum(d.reserved) as reserved
      from gone d cross join lateral (values
        ('day', d.day), ('month', date_trunc('month', d.day)::date), ('year', date_trunc('year', d.day)::date)) g (grain, bucket)
      group by 1, 2, 3, 4),
    written as (
      insert into products.stock_rollups as r
      select tenant, c.* from cells c where (c.entries, c.quantity, c.reserved) <> (0, 0, 0)
      on conflict (tenant_id, grain, bucket, product_id, warehouse) do update set
        entries = r.entries + excluded.entries, quantity = r.quantity + excluded.quantity, reserved = r.reserved + excluded.reserved)
    select count(*) from gone into count;
    delete from products.stock_rollups r where r.tenant_id = tenant and r.entries = 0 and r.quantity = 0 and r.reserved = 0;
    folded := folded + count;
  end loop;
  return folded;
end
$$;
revoke all on function products.fold_rollups() from public;
grant execute on function products.fold_rollups() to aems_products_app;

/*
 * Makes a company's rollups anew from its entries: after the first import, or after whatever wrote with app.stock_rollups
 * off. Runs as the owner, for the company that the viewer acts in; waits for whoever moves its stock.
 */
create function products.rebuild_rollups() returns void
  language plpgsql security definer set search_path = pg_catalog set enable_nestloop = off as $$
declare
  tenant constant uuid := nullif(current_setting('app.tenant_id', true), '')::uuid;
begin
  perform pg_advisory_xact_lock(products.rollup_lock(tenant)), pg_advisory_xact_lock(products.rollup_fold_lock(tenant));
  delete from products.stock_rollup_deltas where tenant_id = tenant;
  delete from products.stock_rollups where tenant_id = tenant;
  insert into products.stock_rollups
  select tenant, g.grain, g.bucket, product_id, coalesce(warehouse_id::text, ''), sum(entries), sum(quantity), sum(reserved)
  from products.stock_changes(tenant, null) c cross join lateral (values
    ('day', c.day), ('month', date_trunc('month', c.day)::date), ('year', date_trunc('year', c.day)::date)) g (grain, bucket)
  group by 1, 2, 3, 4, 5
  having (sum(entries), sum(quantity), sum(reserved)) <> (0, 0, 0);
end
$$;
revoke all on function products.rebuild_rollups() from public;
grant execute on function products.rebuild_rollups() to aems_products_app;

-- What was summed is measured like what it was summed from.
create or replace function products.refresh_statistics() returns void
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  analyze products.products, products.warehouses, products.suppliers, products.stock_counts, products.stock_movements,
    products.purchase_orders, products.purchase_order_lines, products.projected_sales, products.stock_rollups,
    products.stock_rollup_deltas;
end
$$;

-- Companies whose stock was there before the rollups were.
do $$
declare
  tenant uuid;
begin
  for tenant in select distinct tenant_id from products.stock_counts union select distinct tenant_id from products.stock_movements loop
    perform set_config('app.tenant_id', tenant::text, true);
    perform products.rebuild_rollups();
  end loop;
  perform set_config('app.tenant_id', '', true);
end
$$;
