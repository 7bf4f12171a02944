do $$
declare
  rule record;
begin
  for rule in select policyname, tablename from pg_policies where schemaname = 'sales' and permissive = 'RESTRICTIVE' loop
    execute format('alter policy %I on sales.%I to public', rule.policyname, rule.tablename);
  end loop;
end
$$;

create or replace function sales.fold_rollups() returns integer
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  tenant uuid;
  count integer;
  folded integer := 0;
begin
  for tenant in select distinct d.tenant_id from sales.rollup_deltas d loop
    continue when not pg_try_advisory_xact_lock(sales.rollup_fold_lock(tenant));
    with gone as (
      delete from sales.rollup_deltas d where d.tenant_id = tenant returning d.*),
    spread as (
      select s.dimension, s.member, g.*
      from gone g cross join lateral (values
        ('', null, g.order_status <> 'cancelled'),
        ('TERRITORY', g.territory_id::text, g.order_status <> 'cancelled'),
        ('SALES_PERSON', g.sales_person_id::text, g.order_status <> 'cancelled'),
        ('CHANNEL', g.channel, g.order_status <> 'cancelled'),
        ('COUNTRY', g.country_code, g.order_status <> 'cancelled'),
        ('CUSTOMER_SEGMENT', g.customer_segment, g.order_status <> 'cancelled'),
        ('CUSTOMER_KIND', g.customer_kind, g.order_status <> 'cancelled'),
        ('INDUSTRY', g.industry, g.order_status <> 'cancelled'),
        ('CUSTOMER', g.customer_id::text, g.order_status <> 'cancelled'),
        ('ORDER_STATUS', g.order_status, true),
        ('PRODUCT', g.product_id::text, g.product_id is not null and g.order_status <> 'cancelled'),
        ('CATEGORY', g.category, g.product_id is not null and g.order_status <> 'cancelled'),
        ('SUBCATEGORY', g.subcategory, g.product_id is not null and g.order_status <> 'cancelled')) s (dimension, member, counts)
      where s.counts),
    cells as (
      select s.dimension, g.grain, g.bucket, coalesce(s.member, '') as member,
        sum(s.orders) as orders, sum(s.net_amount) as net_amount, sum(s.shipped_orders) as shipped_orders,
        sum(s.orders_on_time) as orders_on_time, sum(s.days_to_ship) as days_to_ship, sum(s.returned_orders) as returned_orders,
        sum(s.lines) as lines, sum(s.quantity) as quantity, sum(s.line_amount) as line_amount, sum(s.list_amount) as list_amount,
        sum(s.discount) as discount, sum(s.costed_lines) as costed_lines, sum(s.profit) as profit
      from spread s cross join lateral (values
        ('day', s.day, s.dimension not in ('PRODUCT', 'CUSTOMER')),
        ('month', date_trunc('month', s.day)::date, s.dimension <> 'CUSTOMER'),
        ('year', date_trunc('year', s.day)::date, true)) g (grain, bucket, kept)
      where g.kept
      group by 1, 2, 3, 4),
    written as (
      insert into sales.rollups as r
      select tenant, c.* from cells c
      where (c.orders, c.net_amount, c.shipped_orders, c.orders_on_time, c.days_to_ship, c.returned_orders, c.lines, c.quantity,
        c.line_amount, c.list_amount, c.discount, c.costed_lines, c.profit) <> (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
      on conflict (tenant_id, dimension, grain, bucket, member) do update set
        orders = r.orders + excluded.orders, net_amount = r.net_amount + excluded.net_amount,
        shipped_orders = r.shipped_orders + excluded.shipped_orders, orders_on_time = r.orders_on_time + excluded.orders_on_time,
        days_to_ship = r.days_to_ship + excluded.days_to_ship, returned_orders = r.returned_orders + excluded.returned_orders,
        lines = r.lines + excluded.lines, quantity = r.quantity + excluded.quantity, line_amount = r.line_amount + excluded.line_amount,
        list_amount = r.list_amount + excluded.list_amount, discount = r.discount + excluded.discount,
        costed_lines = r.costed_lines + excluded.costed_lines, profit = r.profit + excluded.profit)
    select count(*) from gone into count;
    delete from sales.rollups r where r.tenant_id = tenant and r.orders = 0 and r.lines = 0;
    folded := folded + count;
  end loop;
  return folded;
end
$$;
