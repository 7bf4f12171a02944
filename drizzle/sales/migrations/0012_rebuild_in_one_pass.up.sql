/*
 * As before, but what has many cells is never written to be taken away again: cells are gathered in a table of this session,
 * which has no index, and go into the rollups at once, in the order of their key. A quarter of the time or less.
 */
create or replace function sales.rebuild_rollups() returns void
  language plpgsql security definer set search_path = pg_catalog set enable_nestloop = off as $$
declare
  tenant constant uuid := current_setting('app.tenant_id')::uuid;
  first_day date;
  last_day date;
  start date;
  next date;
  months integer;
begin
  perform pg_advisory_xact_lock(sales.rollup_lock(tenant)), pg_advisory_xact_lock(sales.rollup_fold_lock(tenant));
  delete from sales.rollups where tenant_id = tenant;
  delete from sales.rollup_deltas where tenant_id = tenant;
  create temporary table gathered_cells (dimension text, grain text, bucket date, member text, orders bigint, net_amount numeric, shipped bigint,
    on_time bigint, days bigint, returned bigint, lines bigint, quantity numeric, line_amount numeric, list_amount numeric,
    discount numeric, costed bigint, profit numeric);
  create temporary table customers_of_year (like pg_temp.gathered_cells);
  -- As many months at a time as have some fifty thousand orders, which fit into memory; whole years are whole numbers of these.
  select date_trunc('year', since), until, coalesce((select max(m) from unnest(array[2, 3, 6, 12]) m where m * count <= 50000 * span), 1)
  into first_day, last_day, months
  from (
    select min(ordered_on) as since, max(ordered_on) as until, count(*) as count, 1 + (max(ordered_on) - min(ordered_on)) / 30 as span
    from sales.orders where tenant_id = tenant) orders;
  for start in select generate_series(first_day, last_day, make_interval(months => months))::date loop
    next := (start + make_interval(months => months))::date;
    with placed as materialized (
      select o.ordered_on as day, o.status, o.territory_id, o.sales_person_id, o.channel, o.customer_id, o.net_amount,
        coalesce(t.country_code, c.country_code) as country, c.segment, c.kind, c.industry,
        o.shipped_on is not null as shipped, o.shipped_on <= o.due_on as on_time, o.shipped_on - o.ordered_on as days, s.*
      from sales.orders o
      left join (
        select order_id, count(*) as lines, sum(quantity) as quantity, sum(net_amount) as line_amount,
          sum(quantity * unit_price) as list_amount, sum(discount) as discount, count(unit_cost) as costed,
          sum(net_amount - quantity * unit_cost) as profit
        from sales.order_lines
        where tenant_id = tenant and ordered_on >= start and ordered_on < next
        group by order_id) s on s.order_id = o.id
      left join sales.customers c on c.tenant_id = tenant and c.id = o.customer_id
      left join sales.territories t on t.tenant_id = tenant and t.id = o.territory_id
      where o.tenant_id = tenant and o.ordered_on >= start and o.ordered_on < next),
    of_customers as (
      insert into pg_temp.customers_of_year
      select 'CUSTOMER', 'year', date_trunc('year', start), customer_id::text, count(*), sum(net_amount), count(*) filter (where shipped),
        count(*) filter (where on_time), sum(days), count(*) filter (where status = 'returned'), sum(lines), sum(quantity),
        sum(line_amount), sum(list_amount), sum(discount), sum(costed), sum(profit)
      from placed where status <> 'cancelled' group by customer_id),
    -- Far fewer than orders; every split by what orders have is made from these.
    crowds as materialized (
      select day, status, territory_id, sales_person_id, channel, country, segment, kind, industry,
        count(*) as orders, sum(net_amount) as net_amount, count(*) filter (where shipped) as shipped, count(*) filter (where on_time) as on_time,
        sum(days) as days, count(*) filter (where status = 'returned') as returned, sum(lines) as lines, sum(quantity) as quantity,
        sum(line_amount) as line_amount, sum(list_amount) as list_amount, sum(discount) as discount, sum(costed) as costed, sum(profit) as profit
      from placed group by 1, 2, 3, 4, 5, 6, 7, 8, 9)
    insert into pg_temp.gathered_cells
    select case
        when grouping(territory_id) = 0 then 'TERRITORY' when grouping(sales_person_id) = 0 then 'SALES_PERSON'
        when grouping(channel) = 0 then 'CHANNEL' when grouping(country) = 0 then 'COUNTRY'
        when grouping(segment) = 0 then 'CUSTOMER_SEGMENT' when grouping(kind) = 0 then 'CUSTOMER_KIND'
        when grouping(industry) = 0 then 'INDUSTRY' else '' end,
      'day', day, coalesce(territory_id::text, sales_person_id::text, channel, country, segment, kind, industry),
      sum(orders), sum(net_amount), sum(shipped), sum(on_time), sum(days), sum(returned), sum(lines), sum(quantity), sum(line_amount),
      sum(list_amount), sum(discount), sum(costed), sum(profit)
    from crowds where status <> 'cancelled'
    group by grouping sets ((day), (day, territory_id), (day, sales_person_id), (day, channel), (day, country), (day, segment),
      (day, kind), (day, industry))
    union all
    select 'ORDER_STATUS', 'day', day, status, sum(orders), sum(net_amount), sum(shipped), sum(on_time), sum(days), sum(returned), sum(lines),
      sum(quantity), sum(line_amount), sum(list_amount), sum(discount), sum(costed), sum(profit)
    from crowds group by day, status;
    -- Products have cells of months and years alone; what they are grouped by has days as well.
    with sums as materialized (
      select grouping(l.product_id) = 0 as of_product, l.product_id, date_trunc('month', l.ordered_on)::date as month, l.ordered_on as day, p.category, p.subcategory, count(*) as lines,
        sum(l.quantity) as quantity, sum(l.net_amount) as line_amount, sum(l.quantity * l.unit_price) as list_amount,
        sum(l.discount) as discount, count(l.unit_cost) as costed, sum(l.net_amount - l.quantity * l.unit_cost) as profit
      from sales.order_lines l
      left join sales.projected_products p on p.tenant_id = tenant and p.id = l.product_id
      where l.tenant_id = tenant and l.ordered_on >= start and l.ordered_on < next
        and not exists (
          select from sales.orders o where o.tenant_id = tenant and o.id = l.order_id and o.status = 'cancelled'
            and o.ordered_on >= start and o.ordered_on < next)
      group by grouping sets ((l.product_id, date_trunc('month', l.ordered_on)::date), (l.ordered_on, p.category, p.subcategory)))
    insert into pg_temp.gathered_cells
    select 'PRODUCT', 'month', month, product_id::text, 0, 0, 0, 0, 0, 0, lines, quantity, line_amount, list_amount, discount, costed, profit
    from sums where of_product
    union all
    select case when grouping(category) = 0 then 'CATEGORY' else 'SUBCATEGORY' end, 'day', day, coalesce(category, subcategory), 0, 0, 0, 0, 0, 0,
      sum(lines), sum(quantity), sum(line_amount), sum(list_amount), sum(discount), sum(costed), sum(profit)
    from sums where not of_product group by grouping sets ((day, category), (day, subcategory));
    if extract(month from next) = 1 or next > last_day then
      insert into pg_temp.gathered_cells
      select dimension, grain, bucket, member, sum(orders), sum(net_amount), sum(shipped), sum(on_time), sum(days), sum(returned), sum(lines),
        sum(quantity), sum(line_amount), sum(list_amount), sum(discount), sum(costed), sum(profit)
      from pg_temp.customers_of_year group by dimension, grain, bucket, member;
      truncate pg_temp.customers_of_year;
    end if;
  end loop;
  insert into pg_temp.gathered_cells
  select dimension, 'month', date_trunc('month', bucket)::date, member, sum(orders), sum(net_amount), sum(shipped), sum(on_time), sum(days),
    sum(returned), sum(lines), sum(quantity), sum(line_amount), sum(list_amount), sum(discount), sum(costed), sum(profit)
  from pg_temp.gathered_cells where grain = 'day'
  group by 1, 2, 3, 4;
  insert into pg_temp.gathered_cells
  select dimension, 'year', date_trunc('year', bucket)::date, member, sum(orders), sum(net_amount), sum(shipped), sum(on_time), sum(days),
    sum(returned), sum(lines), sum(quantity), sum(line_amount), sum(list_amount), sum(discount), sum(costed), sum(profit)
  from pg_temp.gathered_cells where grain = 'month'
  group by 1, 2, 3, 4;
  insert into sales.rollups
  select tenant, dimension, grain, bucket, coalesce(member, ''), orders, coalesce(net_amount, 0), shipped, on_time, coalesce(days, 0), returned,
    coalesce(lines, 0), coalesce(quantity, 0), coalesce(line_amount, 0), coalesce(list_amount, 0), coalesce(discount, 0),
    coalesce(costed, 0), coalesce(profit, 0)
  from pg_temp.gathered_cells
  order by dimension, grain, bucket, member;
  drop table pg_temp.gathered_cells, pg_temp.customers_of_year;
end
$$;
