-- Whoever sees some orders alone reads no sums of all.
create policy rollups_of_sales_person on sales.rollups as restrictive to aems_sales_app using (
  (select nullif(current_setting('app.sales_person_id', true), '')) is null);
create policy rollup_deltas_of_sales_person on sales.rollup_deltas as restrictive to aems_sales_app using (
  (select nullif(current_setting('app.sales_person_id', true), '')) is null);

-- Companies whose orders were there before the rollups were.
do $$
declare
  tenant uuid;
begin
  for tenant in select distinct tenant_id from sales.customers loop
    perform set_config('app.tenant_id', tenant::text, true);
    perform sales.rebuild_rollups();
  end loop;
  perform set_config('app.tenant_id', '', true);
end
$$;
