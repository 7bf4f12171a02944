create or replace function sales.refresh_statistics() returns void
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  analyze sales.territories, sales.projected_products, sales.customers, sales.sales_people, sales.orders,
    sales.order_lines, sales.sales_targets, sales.opportunities;
end
$$;

alter policy rollup_deltas_of_sales_person on sales.rollup_deltas using (
  (select nullif(current_setting('app.sales_person_id', true), '')) is null);
alter policy rollups_of_sales_person on sales.rollups using (
  (select nullif(current_setting('app.sales_person_id', true), '')) is null);
alter policy sales_targets_of_sales_person on sales.sales_targets using (
  (select nullif(current_setting('app.sales_person_id', true), '')) is null
  or sales_person_id = (select nullif(current_setting('app.sales_person_id', true), '')::uuid));
alter policy opportunity_stages_of_sales_person on sales.opportunity_stages using (
  (select nullif(current_setting('app.sales_person_id', true), '')) is null
  or exists (
    select from sales.opportunities o where o.tenant_id = opportunity_stages.tenant_id and o.id = opportunity_stages.opportunity_id));
alter policy opportunities_of_sales_person on sales.opportunities using (
  (select nullif(current_setting('app.sales_person_id', true), '')) is null
  or sales_person_id = (select nullif(current_setting('app.sales_person_id', true), '')::uuid));
alter policy order_lines_of_sales_person on sales.order_lines using (
  (select nullif(current_setting('app.sales_person_id', true), '')) is null
  or exists (select from sales.orders o where o.tenant_id = order_lines.tenant_id and o.id = order_lines.order_id));
alter policy orders_of_sales_person on sales.orders using (
  (select nullif(current_setting('app.sales_person_id', true), '')) is null
  or sales_person_id = (select nullif(current_setting('app.sales_person_id', true), '')::uuid));
