-- Channels are listed and checked by stepping through an index from one to the next, however many orders there are.
create index orders_by_channel on sales.orders (tenant_id, channel);

/*
 * Measures the tables anew after many rows were written at once, so that the planner knows them: autovacuum comes later,
 * and never to a partitioned table as a whole. Runs as the owner, who alone may.
 */
create function sales.refresh_statistics() returns void
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  analyze sales.territories, sales.projected_products, sales.customers, sales.sales_people, sales.orders,
    sales.order_lines, sales.sales_targets, sales.opportunities;
end
$$;
revoke all on function sales.refresh_statistics() from public;
grant execute on function sales.refresh_statistics() to aems_sales_app;
