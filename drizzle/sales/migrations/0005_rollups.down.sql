do $$
declare
  made record;
begin
  for made in select oid::regprocedure as signature from pg_proc
    where pronamespace = 'sales'::regnamespace and (proname like 'roll\_up\_%' or proname in
      ('fold_rollups', 'rebuild_rollups', 'rollup_lock', 'rollup_unknown_lock', 'rollup_fold_lock'))
  loop
    execute format('drop function %s cascade', made.signature);
  end loop;
end
$$;
drop policy orders_of_upkeep on sales.orders;
drop policy order_lines_of_upkeep on sales.order_lines;
drop policy customers_of_upkeep on sales.customers;
drop policy territories_of_upkeep on sales.territories;
drop policy projected_products_of_upkeep on sales.projected_products;
drop table sales.rollup_deltas;
drop table sales.rollups;
