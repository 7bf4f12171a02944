/* As it was. */
create or replace function sales.rebuild_rollups() returns void
  language plpgsql security definer set search_path = pg_catalog set enable_nestloop = off as $$
declare
  tenant constant uuid := current_setting('app.tenant_id')::uuid;
  first_day date;
  last_day date;
  start date;
  next date;
begin
  perform pg_advisory_xact_lock(sales.rollup_lock(tenant)), pg_advisory_xact_lock(sales.rollup_fold_lock(tenant));
  delete from sales.rollups where tenant_id = tenant;
  delete from sales.rollup_deltas where tenant_id = tenant;
  create temporary table rolled_up_customers (id uuid, year date, orders bigint, net_amount numeric, shipped bigint, on_time bigint,
    days bigint, returned bigint, lines bigint, quantity numeric, line_amount numeric, list_amount numeric, discount numeric, costed bigint,
    profit numeric);
  select min(ordered_on), max(ordered_on) into first_day, last_day from sales.orders where tenant_id = tenant;
  for start in select generate_series(date_trunc('month', first_day), last_day, interval '1 month')::date loop
    next := (start + interval '1 month')::date;
    with sold as materialized (
      select l.order_id, l.product_id, l.ordered_on, l.quantity, l.net_amount, l.quantity * l.unit_price as list_amount, l.discount,
        l.unit_cost is not null as costed, l.net_amount - l.quantity * l.unit_cost as profit
      from sales.order_lines l where l.tenant_id = tenant and l.ordered_on >= start and l.ordered_on < next),
    placed as materialized (
      select o.ordered_on as day, o.status, o.territory_id, o.sales_person_id, o.channel, o.customer_id, o.net_amount,
        coalesce(t.country_code, c.country_code) as country, c.segment, c.kind, c.industry,
        o.shipped_on is not null as shipped, o.shipped_on <= o.due_on as on_time, o.shipped_on - o.ordered_on as days, s.*
      from sales.orders o
      left join (
        select order_id, count(*) as lines, sum(quantity) as quantity, sum(net_amount) as line_amount, sum(list_amount) as list_amount,
          sum(discount) as discount, count(*) filter (where costed) as costed, sum(profit) as profit
        from sold group by order_id) s on s.order_id = o.id
      left join sales.customers c on c.tenant_id = tenant and c.id = o.customer_id
      left join sales.territories t on t.tenant_id = tenant and t.id = o.territory_id
      where o.tenant_id = tenant and o.ordered_on >= start and o.ordered_on < next),
    of_customers as (
      insert into pg_temp.rolled_up_customers
      select customer_id, date_trunc('year', start), count(*), sum(net_amount), count(*) filter (where shipped), count(*) filter (where on_time),
        coalesce(sum(days), 0), count(*) filter (where status = 'returned'), coalesce(sum(lines), 0), coalesce(sum(quantity), 0),
        coalesce(sum(line_amount), 0), coalesce(sum(list_amount), 0), coalesce(sum(discount), 0), coalesce(sum(costed), 0), coalesce(sum(profit), 0)
      from placed where status <> 'cancelled' group by customer_id),
    -- Far fewer than orders; every split is made from these.
    crowds as materialized (
      select day, status, territory_id, sales_person_id, channel, country, segment, kind, industry,
        count(*) as orders, sum(net_amount) as net_amount, count(*) filter (where shipped) as shipped, count(*) filter (where on_time) as on_time,
        sum(days) as days, count(*) filter (where status = 'returned') as returned, sum(lines) as lines, sum(quantity) as quantity,
        sum(line_amount) as line_amount, sum(list_amount) as list_amount, sum(discount) as discount, sum(costed) as costed, sum(profit) as profit
      from placed group by 1, 2, 3, 4, 5, 6, 7, 8, 9)
    insert into sales.rollups
    select tenant, dimension, 'day', day, coalesce(member, ''), orders, coalesce(net_amount, 0), coalesce(shipped, 0),
      coalesce(on_time, 0), coalesce(days, 0), coalesce(returned, 0), coalesce(lines, 0), coalesce(quantity, 0),
      coalesce(line_amount, 0), coalesce(list_amount, 0), coalesce(discount, 0), coalesce(costed, 0), coalesce(profit, 0)
    from (
      select day, case
          when grouping(territory_id) = 0 then 'TERRITORY' when grouping(sales_person_id) = 0 then 'SALES_PERSON'
          when grouping(channel) = 0 then 'CHANNEL' when grouping(country) = 0 then 'COUNTRY'
          when grouping(segment) = 0 then 'CUSTOMER_SEGMENT' when grouping(kind) = 0 then 'CUSTOMER_KIND'
          when grouping(industry) = 0 then 'INDUSTRY' else '' end as dimension,
        coalesce(territory_id::text, sales_person_id::text, channel, country, segment, kind, industry) as member,
        sum(orders) as orders, sum(net_amount) as net_amount, sum(shipped) as shipped, sum(on_time) as on_time, sum(days) as days,
        sum(returned) as returned, sum(lines) as lines, sum(quantity) as quantity, sum(line_amount) as line_amount,
        sum(list_amount) as list_amount, sum(discount) as discount, sum(costed) as costed, sum(profit) as profit
      from crowds where status <> 'cancelled'
      group by grouping sets ((day), (day, territory_id), (day, sales_person_id), (day, channel), (day, country), (day, segment),
        (day, kind), (day, industry))
      union all
      select day, 'ORDER_STATUS', status, sum(orders), sum(net_amount), sum(shipped), sum(on_time), sum(days), sum(returned), sum(lines),
        sum(quantity), sum(line_amount), sum(list_amount), sum(discount), sum(costed), sum(profit)
      from crowds group by day, status
      union all
      select day, case when grouping(category) = 0 then 'CATEGORY' when grouping(subcategory) = 0 then 'SUBCATEGORY' else 'PRODUCT' end,
        case when grouping(category) = 0 then category when grouping(subcategory) = 0 then subcategory else product_id::text end,
        0, 0, 0, 0, 0, 0, sum(lines), sum(quantity), sum(line_amount), sum(list_amount), sum(discount), sum(costed), sum(profit)
      from (
        select s.ordered_on as day, s.product_id, count(*) as lines, sum(s.quantity) as quantity, sum(s.net_amount) as line_amount,
          sum(s.list_amount) as list_amount, sum(s.discount) as discount, count(*) filter (where s.costed) as costed, sum(s.profit) as profit
        from sold s join sales.orders o on o.tenant_id = tenant and o.id = s.order_id and o.ordered_on >= start and o.ordered_on < next
        where o.status <> 'cancelled' group by 1, 2) sums
      left join sales.projected_products p on p.tenant_id = tenant and p.id = product_id
      group by grouping sets ((day, category), (day, subcategory), (day, product_id))) cells;
    insert into sales.rollups
    select tenant_id, dimension, 'month', start, member, sum(orders), sum(net_amount), sum(shipped_orders), sum(orders_on_time),
      sum(days_to_ship), sum(returned_orders), sum(lines), sum(quantity), sum(line_amount), sum(list_amount), sum(discount),
      sum(costed_lines), sum(profit)
    from sales.rollups where tenant_id = tenant and grain = 'day' and bucket >= start and bucket < next
    group by tenant_id, dimension, member;
    delete from sales.rollups where tenant_id = tenant and dimension = 'PRODUCT' and grain = 'day';
  end loop;
  insert into sales.rollups
  select tenant_id, dimension, 'year', date_trunc('year', bucket)::date, member, sum(orders), sum(net_amount), sum(shipped_orders),
    sum(orders_on_time), sum(days_to_ship), sum(returned_orders), sum(lines), sum(quantity), sum(line_amount), sum(list_amount),
    sum(discount), sum(costed_lines), sum(profit)
  from sales.rollups where tenant_id = tenant and grain = 'month'
  group by 1, 2, 3, 4, 5;
  insert into sales.rollups
  select tenant, 'CUSTOMER', 'year', year, id::text, sum(orders), sum(net_amount), sum(shipped), sum(on_time), sum(days), sum(returned),
    sum(lines), sum(quantity), sum(line_amount), sum(list_amount), sum(discount), sum(costed), sum(profit)
  from pg_temp.rolled_up_customers group by year, id;
  drop table pg_temp.rolled_up_customers;
end
$$;
