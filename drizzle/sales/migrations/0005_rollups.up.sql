/*
 * Sums of orders and their lines by day, month and year, for each dimension by itself and for none. See
 * docs/decisions/014-rollups.md. Cancelled orders are left out, but for the split by status. Members that are looked up by
 * an id (a team, a group of territories) are reached by joining it; those here are split by what stood in the row.
 */
create table sales.rollups (
  tenant_id uuid not null,
  -- A name of SalesDimension; empty: not split.
  dimension text not null,
  grain text not null check (grain in ('day', 'month', 'year')),
  -- First day of the day, month or year.
  bucket date not null,
  -- Id or value; empty: facts without a member.
  member text not null,
  orders bigint not null,
  net_amount numeric not null,
  shipped_orders bigint not null,
  orders_on_time bigint not null,
  days_to_ship bigint not null,
  returned_orders bigint not null,
  lines bigint not null,
  quantity numeric not null,
  line_amount numeric not null,
  list_amount numeric not null,
  discount numeric not null,
  costed_lines bigint not null,
  profit numeric not null,
  primary key (tenant_id, dimension, grain, bucket, member)
) with (fillfactor = 85);
-- Cells of which nothing is left, until the folder removes them.
create index rollups_emptied on sales.rollups (tenant_id) where orders = 0 and lines = 0;

/*
 * What ordinary writes have added to the sums and taken from them, not yet folded into the rollups: appended by triggers in
 * the writing transaction, so that writers share no row. An order's own part has no product.
 */
create table sales.rollup_deltas (
  tenant_id uuid not null,
  id bigint generated always as identity,
  day date not null,
  order_status text not null,
  territory_id uuid,
  sales_person_id uuid,
  channel text,
  customer_id uuid not null,
  country_code text,
  customer_segment text,
  customer_kind text,
  industry text,
  product_id uuid,
  category text,
  subcategory text,
  orders bigint not null default 0,
  net_amount numeric not null default 0,
  shipped_orders bigint not null default 0,
  orders_on_time bigint not null default 0,
  days_to_ship bigint not null default 0,
  returned_orders bigint not null default 0,
  lines bigint not null default 0,
  quantity numeric not null default 0,
  line_amount numeric not null default 0,
  list_amount numeric not null default 0,
  discount numeric not null default 0,
  costed_lines bigint not null default 0,
  profit numeric not null default 0,
  primary key (tenant_id, id)
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000, autovacuum_analyze_scale_factor = 0,
  autovacuum_analyze_threshold = 1000);

do $$
declare
  name text;
begin
  foreach name in array array['rollups', 'rollup_deltas'] loop
    execute format('alter table sales.%I enable row level security', name);
    execute format('alter table sales.%I force row level security', name);
    execute format(
      'create policy %I on sales.%I using (tenant_id = (select nullif(current_setting(''app.tenant_id'', true), '''')::uuid))',
      name || '_of_tenant', name);
  end loop;
  -- The upkeep runs as the owner, whom nobody signs in as. It is the same whoever writes, and however few rows they may see.
  foreach name in array array['rollups', 'rollup_deltas', 'orders', 'order_lines', 'customers', 'territories', 'projected_products'] loop
    execute format('create policy %I on sales.%I to aems_sales_owner using (true)', name || '_of_upkeep', name);
  end loop;
end
$$;
-- Written by the functions below alone.
grant select on sales.rollups, sales.rollup_deltas to aems_sales_app;

/*
 * Held shared by those who write facts, alone by those who change what facts are split by or make the rollups anew: what is
 * restated must not meet facts that are under way with the old split.
 */
create function sales.rollup_lock(tenant uuid) returns bigint
  language sql immutable return hashtextextended('sales.rollups ' || tenant::text, 0);
/* The same for products that lines name and that are not projected yet: held shared by lines, alone by new products. */
create function sales.rollup_unknown_lock(tenant uuid) returns bigint
  language sql immutable return hashtextextended('sales.rollups of unknown ' || tenant::text, 0);
/* Held by whoever folds. */
create function sales.rollup_fold_lock(tenant uuid) returns bigint
  language sql immutable return hashtextextended('sales.rollups folded ' || tenant::text, 0);

/*
 * What the triggers append, out of two templates: what orders give, and what lines give. The table that has changed is
 * replaced by its changed rows, each with a sign: as they were they are taken away, as they are they are added. What they
 * are joined to is read as it is now. These three functions only make the triggers, and are dropped at the end.
 */
create function sales.rollup_of_orders(condition text, orders text default 'sales.orders', customers text default 'sales.customers',
  territories text default 'sales.territories') returns text language sql return format($template$
  insert into sales.rollup_deltas (tenant_id, day, order_status, territory_id, sales_person_id, channel, customer_id,
    country_code, customer_segment, customer_kind, industry,
    orders, net_amount, shipped_orders, orders_on_time, days_to_ship, returned_orders)
  select * from (
    select o.tenant_id, o.ordered_on, o.status, o.territory_id, o.sales_person_id, o.channel, o.customer_id,
      coalesce(t.country_code, c.country_code), c.segment, c.kind, c.industry,
      sum(sign) as orders, sum(sign * o.net_amount) as net_amount,
      coalesce(sum(sign) filter (where o.shipped_on is not null), 0) as shipped,
      coalesce(sum(sign) filter (where o.shipped_on <= o.due_on), 0) as on_time,
      coalesce(sum(sign * (o.shipped_on - o.ordered_on)), 0) as days,
      coalesce(sum(sign) filter (where o.status = 'returned'), 0)
    from %2$s o
    left join %3$s c on c.tenant_id = o.tenant_id and c.id = o.customer_id
    left join %4$s t on t.tenant_id = o.tenant_id and t.id = o.territory_id
    where %1$s
    group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11) d
  where (orders, net_amount, shipped, on_time, days) <> (0, 0, 0, 0, 0);
$template$, condition, orders, customers, territories);

create function sales.rollup_of_lines(condition text, lines text default 'sales.order_lines', orders text default 'sales.orders',
  customers text default 'sales.customers', territories text default 'sales.territories',
  products text default 'sales.projected_products') returns text language sql return format($template$
  insert into sales.rollup_deltas (tenant_id, day, order_status, territory_id, sales_person_id, channel, customer_id,
    country_code, customer_segment, customer_kind, industry, product_id, category, subcategory,
    lines, quantity, line_amount, list_amount, discount, costed_lines, profit)
  select * from (
    select l.tenant_id, l.ordered_on, o.status, o.territory_id, o.sales_person_id, o.channel, o.customer_id,
      coalesce(t.country_code, c.country_code), c.segment, c.kind, c.industry, l.product_id, p.category, p.subcategory,
      sum(sign) as lines, sum(sign * l.quantity) as quantity, sum(sign * l.net_amount) as line_amount,
      sum(sign * l.quantity * l.unit_price) as list_amount, coalesce(sum(sign * l.discount), 0) as discount,
      coalesce(sum(sign) filter (where l.unit_cost is not null), 0) as costed_lines,
      coalesce(sum(sign * (l.net_amount - l.quantity * l.unit_cost)), 0) as profit
    from %2$s l
    join %3$s o on o.tenant_id = l.tenant_id and o.id = l.order_id
    left join %4$s c on c.tenant_id = o.tenant_id and c.id = o.customer_id
    left join %5$s t on t.tenant_id = o.tenant_id and t.id = o.territory_id
    left join %6$s p on p.tenant_id = l.tenant_id and p.id = l.product_id
    where %1$s
    group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14) d
  where (lines, quantity, line_amount, list_amount, discount, costed_lines, profit) <> (0, 0, 0, 0, 0, 0, 0);
$template$, condition, lines, orders, customers, territories, products);

create function sales.make_rollup_trigger(changing text, event text, body text) returns void language plpgsql as $maker$
begin
  execute format($function$
    create function sales.roll_up_%1$s_of_%2$s() returns trigger
      language plpgsql security definer set search_path = pg_catalog as $$
begin
  -- Whoever writes in bulk makes the rollups anew when all is there: sales.rebuild_rollups.
  if current_setting('app.rollups', true) = 'off' then return null; end if;
  %3$s
  return null;
end
$$;
    revoke all on function sales.roll_up_%1$s_of_%2$s() from public;
    create trigger roll_up_%1$s after %1$s on sales.%2$s referencing %4$s
      for each statement execute function sales.roll_up_%1$s_of_%2$s()$function$,
    event, changing, body,
    case event when 'insert' then 'new table as new_rows' when 'delete' then 'old table as old_rows'
      else 'new table as new_rows old table as old_rows' end);
end
$maker$;

do $upkeep$
declare
  event text;
  changed text;
  moved text;
  pairs constant text := 'from new_rows n join old_rows o on o.tenant_id = n.tenant_id and o.id = n.id';
  split_differs constant text := '(n.status, n.territory_id, n.sales_person_id, n.channel, n.customer_id)
    is distinct from (o.status, o.territory_id, o.sales_person_id, o.channel, o.customer_id)';
begin
  -- Orders: they move their lines where what lines are split by has changed. Lines lie on the day that their order has, or
  -- had until this statement.
  for event, changed, moved in values
    ('insert', '(select 1 as sign, n.*, n.ordered_on as was from new_rows n)', '(select 1 as sign, n.*, n.ordered_on as was from new_rows n)'),
    ('delete', '(select -1 as sign, o.*, o.ordered_on as was from old_rows o)', '(select -1 as sign, o.*, o.ordered_on as was from old_rows o)'),
    ('update', '(select 1 as sign, n.* from new_rows n union all select -1, o.* from old_rows o)',
      format('(select 1 as sign, n.*, o.ordered_on as was %1$s where %2$s union all select -1, o.*, n.ordered_on %1$s where %2$s)', pairs, split_differs))
  loop
    perform sales.make_rollup_trigger('orders', event,
      format('perform pg_advisory_xact_lock_shared(sales.rollup_lock(tenant_id)) from (select distinct tenant_id from %s) changed;', changed)
      || sales.rollup_of_orders('true', orders => changed)
      || format('if exists (select from %s moved) then', moved)
      || sales.rollup_of_lines('l.ordered_on in (o.ordered_on, o.was)', orders => moved)
      || 'end if;');
  end loop;
  -- Lines: their orders are held, so that what an order is split by does not change between its lines.
  for event, changed in values
    ('insert', '(select 1 as sign, n.* from new_rows n)'),
    ('delete', '(select -1 as sign, o.* from old_rows o)'),
    ('update', '(select 1 as sign, n.* from new_rows n union all select -1, o.* from old_rows o)')
  loop
    perform sales.make_rollup_trigger('order_lines', event,
      format($$perform pg_advisory_xact_lock_shared(sales.rollup_lock(tenant_id)) from (select distinct tenant_id from %1$s) changed;
  perform pg_advisory_xact_lock_shared(sales.rollup_unknown_lock(tenant_id)) from (
    select distinct tenant_id from %1$s changed
    where not exists (select from sales.projected_products p where p.tenant_id = changed.tenant_id and p.id = changed.product_id)) unknown;
  perform from sales.orders o where (o.tenant_id, o.id) in (select tenant_id, order_id from %1$s changed) order by o.id for no key update;$$, changed)
      || sales.rollup_of_lines('true', lines => changed));
  end loop;
end
$upkeep$;

/*
 * Restatement: where what facts are split by changes, the facts of its bearer move, in the same transaction. It waits for
 * writers of facts, and they for it. What is new has no facts yet, as a rule; then nobody waits.
 */
do $restatement$
declare
  changing text;
  attributes text[];
  refers text;
  orders text;
  lines text;
  event text;
  as_was text;
  as_is text;
  changed text;
  guard text;
begin
  for changing, attributes, refers in values
    ('customers', array['segment', 'kind', 'industry', 'country_code'],
      'exists (select from sales.orders o where o.tenant_id = c.tenant_id and o.customer_id = c.id)'),
    ('territories', array['country_code'],
      'exists (select from sales.rollups r where r.tenant_id = c.tenant_id and r.dimension = ''TERRITORY'' and r.grain = ''year'' and r.member = c.id::text)
        or exists (select from sales.rollup_deltas d where d.tenant_id = c.tenant_id and d.territory_id = c.id)'),
    ('projected_products', array['category', 'subcategory'],
      'exists (select from sales.order_lines l where l.tenant_id = c.tenant_id and l.product_id = c.id)')
  loop
    select string_agg('n.' || a, ', '), string_agg('o.' || a, ', ') into as_is, as_was from unnest(attributes) a;
    foreach event in array array['insert', 'update', 'delete'] loop
      changed := case event
        when 'insert' then format('(select 1 as sign, n.tenant_id, n.id, %1$s from new_rows n union all select -1, n.tenant_id, n.id, %2$s from new_rows n)',
          as_is, (select string_agg('null', ', ') from unnest(attributes)))
        when 'delete' then format('(select -1 as sign, o.tenant_id, o.id, %1$s from old_rows o union all select 1, o.tenant_id, o.id, %2$s from old_rows o)',
          as_was, (select string_agg('null', ', ') from unnest(attributes)))
        else format('(select 1 as sign, n.tenant_id, n.id, %2$s %1$s where (%2$s) is distinct from (%3$s)
          union all select -1, o.tenant_id, o.id, %3$s %1$s where (%2$s) is distinct from (%3$s))',
          'from new_rows n join old_rows o on o.tenant_id = n.tenant_id and o.id = n.id', as_is, as_was)
        end;
      guard := format('if not exists (select from %s c where %s) then return null; end if;', changed,
        case event when 'insert' then refers else 'true' end);
      if changing = 'projected_products' and event = 'insert' then
        guard := format('perform pg_advisory_xact_lock(sales.rollup_unknown_lock(tenant_id)) from (select distinct tenant_id from %s c) changed;', changed) || guard;
      end if;
      perform sales.make_rollup_trigger(changing, event, guard
        || format('perform pg_advisory_xact_lock(sales.rollup_lock(tenant_id)) from (select distinct tenant_id from %s c) changed;', changed)
        || case changing
          when 'customers' then
            sales.rollup_of_orders('c.id is not null', customers => changed)
            || sales.rollup_of_lines('c.id is not null and l.ordered_on = o.ordered_on', customers => changed)
          when 'territories' then
            sales.rollup_of_orders('t.id is not null', territories => changed)
            || sales.rollup_of_lines('t.id is not null and l.ordered_on = o.ordered_on', territories => changed)
          else sales.rollup_of_lines('p.id is not null', products => changed)
          end);
    end loop;
  end loop;
end
$restatement$;
drop function sales.make_rollup_trigger(text, text, text), sales.rollup_of_orders(text, text, text, text),
  sales.rollup_of_lines(text, text, text, text, text, text);

/*
 * Folds what writers appended into the rollups, company by company; whom another folds is left to them. Runs as the owner,
 * for every company. Gives how many deltas it folded.
 */
create function sales.fold_rollups() returns integer
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
revoke all on function sales.fold_rollups() from public;
grant execute on function sales.fold_rollups() to aems_sales_app;

/*
 * Makes a company's rollups anew from its facts, month by month: after the first import, or after whatever wrote with
 * app.rollups off. Runs as the owner, for the company that the viewer acts in; waits for writers of its facts.
 */
create function sales.rebuild_rollups() returns void
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
revoke all on function sales.rebuild_rollups() from public;
grant execute on function sales.rebuild_rollups() to aems_sales_app;
