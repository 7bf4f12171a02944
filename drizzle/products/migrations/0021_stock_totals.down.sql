drop trigger restate_totals_on_delete on products.products;
drop trigger restate_totals_on_update on products.products;
drop function products.restate_totals_on_delete_of_products();
drop function products.restate_totals_on_update_of_products();
create or replace function products.fold_rollups() returns integer
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
end
$$;
create or replace function products.refresh_statistics() returns void
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  analyze products.products, products.warehouses, products.suppliers, products.stock_counts, products.stock_movements,
    products.purchase_orders, products.purchase_order_lines, products.projected_sales, products.stock_rollups,
    products.stock_rollup_deltas;
end
$$;
drop function products.rebuild_stock_totals(uuid);
drop function products.add_stock_totals(uuid, products.stock_cell[]);
drop type products.stock_cell;
drop policy products_of_upkeep on products.products;
drop table products.stock_totals;
