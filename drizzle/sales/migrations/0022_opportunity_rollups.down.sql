do $$
declare
  made record;
begin
  for made in select oid::regprocedure as signature from pg_proc
    where pronamespace = 'sales'::regnamespace and (proname like 'roll\_up\_%\_of\_opportunities' or proname in
      ('fold_opportunity_rollups', 'rebuild_opportunity_rollups', 'opportunity_rollup_lock', 'opportunity_rollup_fold_lock'))
  loop
    execute format('drop function %s cascade', made.signature);
  end loop;
end
$$;
drop policy opportunities_of_upkeep on sales.opportunities;
drop table sales.opportunity_rollup_deltas;
drop table sales.opportunity_rollups;
create or replace function sales.refresh_statistics() returns void
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  analyze sales.territories, sales.projected_products, sales.customers, sales.sales_people, sales.orders,
    sales.order_lines, sales.sales_targets, sales.opportunities, sales.rollups, sales.rollup_deltas;
end
$$;
