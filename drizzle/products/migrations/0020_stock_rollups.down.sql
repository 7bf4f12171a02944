do $$
declare
  made record;
begin
  for made in select oid::regprocedure as signature from pg_proc
    where pronamespace = 'products'::regnamespace and (proname like 'roll\_up\_%' or proname in
      ('fold_rollups', 'rebuild_rollups', 'rollup_lock', 'rollup_fold_lock', 'stock_changes'))
  loop
    execute format('drop function %s cascade', made.signature);
  end loop;
end
$$;
drop policy stock_counts_of_upkeep on products.stock_counts;
drop policy stock_movements_of_upkeep on products.stock_movements;
drop table products.stock_rollup_deltas;
drop table products.stock_rollups;
create or replace function products.refresh_statistics() returns void
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  analyze products.products, products.warehouses, products.suppliers, products.stock_counts, products.stock_movements,
    products.purchase_orders, products.purchase_order_lines, products.projected_sales;
end
$$;
