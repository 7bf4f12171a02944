/*
 * What products.stock_rollups hold, over all products: by none, by warehouse and by category, with what it is worth. As few
 * cells as a company has days, however many products it has. See docs/decisions/014-rollups.md.
 * A product that changes what it costs, or its category, is restated: it is worth on every day what it is worth now.
 */
create table products.stock_totals (
  tenant_id uuid not null,
  -- Empty: by none.
  dimension text not null check (dimension in ('', 'WAREHOUSE', 'CATEGORY')),
  grain text not null check (grain in ('day', 'month', 'year')),
  bucket date not null,
  -- Id or name; empty: none.
  member text not null,
  entries bigint not null,
  quantity numeric not null,
  reserved numeric not null,
  -- At standard cost and at list price; of so many entries, whose product has one.
  cost_value numeric not null,
  costed_entries bigint not null,
  list_value numeric not null,
  listed_entries bigint not null,
  primary key (tenant_id, dimension, grain, bucket, member)
) with (fillfactor = 85);

alter table products.stock_totals enable row level security;
alter table products.stock_totals force row level security;
create policy stock_totals_of_tenant on products.stock_totals
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
-- The upkeep runs as the owner, whom nobody signs in as.
create policy stock_totals_of_upkeep on products.stock_totals to aems_products_owner using (true);
create policy products_of_upkeep on products.products for select to aems_products_owner using (true);
-- Written by the functions below alone.
grant select on products.stock_totals to aems_products_app;

/* Adds cells of products, each with what is known of its product and a sign, to the totals. */
create type products.stock_cell as (
  grain text, bucket date, warehouse text, entries bigint, quantity numeric, reserved numeric,
  sign integer, category text, cost numeric, price numeric);
create function products.add_stock_totals(tenant uuid, cells products.stock_cell[]) returns void
  language sql security definer set search_path = pg_catalog as $$
  insert into products.stock_totals as t
  select tenant, m.dimension, c.grain, c.bucket, coalesce(m.member, ''),
    sum(c.sign * c.entries), sum(c.sign * c.quantity), sum(c.sign * c.reserved),
    sum(c.sign * c.quantity * coalesce(c.cost, 0)), sum(case when c.cost is null then 0 else c.sign * c.entries end),
    sum(c.sign * c.quantity * coalesce(c.price, 0)), sum(case when c.price is null then 0 else c.sign * c.entries end)
  from unnest(cells) c
  cross join lateral (values ('', ''), ('WAREHOUSE', c.warehouse), ('CATEGORY', c.category)) m (dimension, member)
  group by 2, 3, 4, 5
  on conflict (tenant_id, dimension, grain, bucket, member) do update set
    entries = t.entries + excluded.entries, quantity = t.quantity + excluded.quantity, reserved = t.reserved + excluded.reserved,
    cost_value = t.cost_value + excluded.cost_value, costed_entries = t.costed_entries + excluded.costed_entries,
    list_value = t.list_value + excluded.list_value, listed_entries = t.listed_entries + excluded.listed_entries
$$;
revoke all on function products.add_stock_totals(uuid, products.stock_cell[]) from public;

/* As before, and to the totals too. */
create or replace function products.fold_rollups() returns integer
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  tenant uuid;
  count integer;
  added products.stock_cell[];
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
    select (select count(*) from gone), array(
      select row(c.grain, c.bucket, c.warehouse, c.entries, c.quantity, c.reserved, 1, p.category, p.standard_cost, p.list_price)::products.stock_cell
      from cells c join products.products p on p.tenant_id = tenant and p.id = c.product_id
      where (c.entries, c.quantity, c.reserved) <> (0, 0, 0))
    into count, added;
    perform products.add_stock_totals(tenant, added);
    delete from products.stock_rollups r where r.tenant_id = tenant and r.entries = 0 and r.quantity = 0 and r.reserved = 0;
    folded := folded + count;
  end loop;
  return folded;
end
$$;

/* Makes a company's totals anew from its rollups; whoever calls holds what keeps others from folding. */
create function products.rebuild_stock_totals(tenant uuid) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  delete from products.stock_totals where tenant_id = tenant;
  insert into products.stock_totals
  select tenant, case when grouping(r.warehouse) = 0 then 'WAREHOUSE' when grouping(p.category) = 0 then 'CATEGORY' else '' end,
    r.grain, r.bucket, coalesce(r.warehouse, p.category, ''), sum(r.entries), sum(r.quantity), sum(r.reserved),
    coalesce(sum(r.quantity * p.standard_cost), 0), coalesce(sum(r.entries) filter (where p.standard_cost is not null), 0),
    coalesce(sum(r.quantity * p.list_price), 0), coalesce(sum(r.entries) filter (where p.list_price is not null), 0)
  from products.stock_rollups r join products.products p on p.tenant_id = tenant and p.id = r.product_id
  where r.tenant_id = tenant
  group by grouping sets ((r.grain, r.bucket), (r.grain, r.bucket, r.warehouse), (r.grain, r.bucket, p.category));
end
$$;
revoke all on function products.rebuild_stock_totals(uuid) from public;

/* As before, and the totals too. */
create or replace function products.rebuild_rollups() returns void
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
  perform products.rebuild_stock_totals(tenant);
end
$$;

/* What a product costs, is sold for and belongs to: what was added up of it is taken away as it was, and added as it is. */
do $upkeep$
declare
  event text;
  changed text;
  tables text;
begin
  for event, changed, tables in values
    ('delete', 'select -1 as sign, o.* from old_rows o', 'old table as old_rows'),
    ('update', 'select 1 as sign, n.* from new_rows n union all select -1, o.* from old_rows o', 'new table as new_rows old table as old_rows')
  loop
    execute format($function$
      create function products.restate_totals_on_%1$s_of_products() returns trigger
        language plpgsql security definer set search_path = pg_catalog as $$
declare
  tenant uuid;
  wanted uuid[];
begin
  for tenant, wanted in
    select tenant_id, array_agg(id order by id) from (
      select tenant_id, id from (%2$s) changed group by tenant_id, id
      having count(*) = 1 or count(distinct (category, standard_cost, list_price)) > 1) restated
    group by tenant_id order by tenant_id
  loop
    -- Whoever folds reads what products cost: not while it changes.
    perform pg_advisory_xact_lock(products.rollup_fold_lock(tenant));
    perform products.add_stock_totals(tenant, array(
      select row(g.grain, g.bucket, r.warehouse, r.entries, r.quantity, r.reserved, c.sign, c.category, c.standard_cost, c.list_price)::products.stock_cell
      from (%2$s) c
      join products.stock_rollups r on r.tenant_id = tenant and r.product_id = c.id and r.grain = 'day'
      cross join lateral (values
        ('day', r.bucket), ('month', date_trunc('month', r.bucket)::date), ('year', date_trunc('year', r.bucket)::date)) g (grain, bucket)
      where c.tenant_id = tenant and c.id = any(wanted)));
  end loop;
  return null;
end
$$;
      revoke all on function products.restate_totals_on_%1$s_of_products() from public;
      create trigger restate_totals_on_%1$s after %1$s on products.products referencing %3$s
        for each statement execute function products.restate_totals_on_%1$s_of_products()$function$, event, changed, tables);
  end loop;
end
$upkeep$;

create or replace function products.refresh_statistics() returns void
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  analyze products.products, products.warehouses, products.suppliers, products.stock_counts, products.stock_movements,
    products.purchase_orders, products.purchase_order_lines, products.projected_sales, products.stock_rollups,
    products.stock_rollup_deltas, products.stock_totals;
end
$$;

-- Companies whose rollups were there before the totals.
do $$
declare
  tenant uuid;
begin
  for tenant in select distinct tenant_id from products.stock_rollups loop
    perform products.rebuild_stock_totals(tenant);
  end loop;
end
$$;
