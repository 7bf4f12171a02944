/*
 * Who ordered in a month, as sets: of all, and by each dimension. Distinct customers of any months are counted in their union.
 * See docs/decisions/021-sets-of-customers.md. A set has a bit for each customer's number, 8,192 to a chunk. A month's sets
 * hold where they were made after its last change; of other months, the orders themselves are read.
 */
create table sales.customer_numbers (
  tenant_id uuid not null,
  customer_id uuid not null,
  number integer not null,
  primary key (tenant_id, customer_id)
);
create unique index customer_numbers_by_number on sales.customer_numbers (tenant_id, number);

create table sales.customer_sets (
  tenant_id uuid not null,
  -- A name of SalesDimension; empty: not split.
  dimension text not null,
  month date not null,
  -- Id or value; empty: facts without a member.
  member text not null,
  chunk integer not null,
  -- Orders, or lines where the split is by products.
  facts bigint not null,
  customers bit(8192) not null,
  primary key (tenant_id, dimension, month, member, chunk)
);

-- Months whose sets were made, and those that have changed since.
create table sales.customer_set_months (
  tenant_id uuid not null,
  month date not null,
  made boolean not null,
  changed_at timestamptz not null default clock_timestamp(),
  primary key (tenant_id, month)
);

do $$
declare
  name text;
begin
  foreach name in array array['customer_numbers', 'customer_sets', 'customer_set_months'] loop
    execute format('alter table sales.%I enable row level security', name);
    execute format('alter table sales.%I force row level security', name);
    execute format(
      'create policy %I on sales.%I using (tenant_id = (select nullif(current_setting(''app.tenant_id'', true), '''')::uuid))',
      name || '_of_tenant', name);
    -- The upkeep runs as the owner, whom nobody signs in as.
    execute format('create policy %I on sales.%I to aems_sales_owner using (true)', name || '_of_upkeep', name);
  end loop;
end
$$;
-- Whoever sees some orders alone reads no sets of all.
create policy customer_sets_of_sales_person on sales.customer_sets as restrictive to aems_sales_app using (
  case when (select nullif(current_setting('app.sales_person_id', true), '')) is null then true else false end);
-- Written by the functions below alone.
grant select on sales.customer_numbers, sales.customer_sets, sales.customer_set_months to aems_sales_app;

/*
 * Sets of a month no longer hold once its deltas are folded, or its sums are made anew. Until then readers see its deltas, and
 * leave its sets alone.
 */
do $upkeep$
declare
  changing text;
  months text;
begin
  for changing, months in values
    ('rollup_deltas', 'select distinct tenant_id, date_trunc(''month'', day)::date from old_rows'),
    ('rollups', 'select distinct tenant_id, bucket from old_rows where dimension = '''' and grain = ''month''')
  loop
    execute format($function$
      create function sales.forget_customer_sets_of_%1$s() returns trigger
        language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into sales.customer_set_months (tenant_id, month, made)
  select changed.*, false from (%2$s) changed
  on conflict (tenant_id, month) do update set made = false, changed_at = clock_timestamp();
  return null;
end
$$;
      revoke all on function sales.forget_customer_sets_of_%1$s() from public;
      create trigger forget_customer_sets after delete on sales.%1$s referencing old table as old_rows
        for each statement execute function sales.forget_customer_sets_of_%1$s()$function$, changing, months);
  end loop;
end
$upkeep$;

/*
 * Makes the sets of one month that has none, or has been quiet for a minute since it changed, the latest first; never while
 * sums are folded or made anew. What is written meanwhile leaves deltas, which are folded later and make it change again.
 * Runs as the owner, for every company. Gives how many months it made.
 */
create function sales.make_customer_sets() returns integer
  language plpgsql security definer set search_path = pg_catalog set enable_nestloop = off as $$
declare
  tenant uuid;
  start date;
  next date;
begin
  select r.tenant_id, r.bucket into tenant, start
  from sales.rollups r left join sales.customer_set_months m on m.tenant_id = r.tenant_id and m.month = r.bucket
  where r.dimension = '' and r.grain = 'month' and (m.month is null or not m.made and m.changed_at < clock_timestamp() - interval '1 minute')
    and not exists (
      select from sales.rollup_deltas d
      where d.tenant_id = r.tenant_id and d.day >= r.bucket and d.day < r.bucket + interval '1 month')
  order by r.bucket desc limit 1;
  if tenant is null or not pg_try_advisory_xact_lock(sales.rollup_fold_lock(tenant)) then return 0; end if;
  next := (start + interval '1 month')::date;
  insert into sales.customer_numbers
  select tenant, customer_id, (select coalesce(max(number), -1) from sales.customer_numbers where tenant_id = tenant) + row_number() over (order by customer_id)
  from (
    select customer_id from sales.orders where tenant_id = tenant and ordered_on >= start and ordered_on < next
    except select customer_id from sales.customer_numbers where tenant_id = tenant) without_number;
  delete from sales.customer_sets where tenant_id = tenant and month = start;
  with placed as materialized (
    select n.number, o.id, o.status, o.territory_id, o.sales_person_id, o.channel, coalesce(t.country_code, c.country_code) as country,
      c.segment, c.kind, c.industry
    from sales.orders o
    join sales.customer_numbers n on n.tenant_id = tenant and n.customer_id = o.customer_id
    left join sales.customers c on c.tenant_id = tenant and c.id = o.customer_id
    left join sales.territories t on t.tenant_id = tenant and t.id = o.territory_id
    where o.tenant_id = tenant and o.ordered_on >= start and o.ordered_on < next),
  by_order as (
    select number, status, territory_id, sales_person_id, channel, country, segment, kind, industry, count(*) as facts
    from placed group by 1, 2, 3, 4, 5, 6, 7, 8, 9),
  by_line as (
    select p.number, l.product_id, d.category, d.subcategory, count(*) as facts
    from placed p join sales.order_lines l on l.order_id = p.id
    left join sales.projected_products d on d.tenant_id = tenant and d.id = l.product_id
    where p.status <> 'cancelled' and l.tenant_id = tenant and l.ordered_on >= start and l.ordered_on < next
    group by 1, 2, 3, 4),
  members as (
    select number, facts, s.dimension, s.member
    from by_order o cross join lateral (values
      ('', null, o.status <> 'cancelled'), ('TERRITORY', o.territory_id::text, o.status <> 'cancelled'),
      ('SALES_PERSON', o.sales_person_id::text, o.status <> 'cancelled'), ('CHANNEL', o.channel, o.status <> 'cancelled'),
      ('COUNTRY', o.country, o.status <> 'cancelled'), ('CUSTOMER_SEGMENT', o.segment, o.status <> 'cancelled'),
      ('CUSTOMER_KIND', o.kind, o.status <> 'cancelled'), ('INDUSTRY', o.industry, o.status <> 'cancelled'),
      ('ORDER_STATUS', o.status, true)) s (dimension, member, counts)
    where s.counts
    union all
    select number, facts, s.dimension, s.member
    from by_line l cross join lateral (values
      ('PRODUCT', l.product_id::text), ('CATEGORY', l.category), ('SUBCATEGORY', l.subcategory)) s (dimension, member))
  insert into sales.customer_sets
  select tenant, dimension, start, coalesce(member, ''), number / 8192, sum(facts), bit_or(set_bit(0::bit(8192), number % 8192, 1))
  from members group by 2, 4, 5;
  insert into sales.customer_set_months (tenant_id, month, made) values (tenant, start, true)
  on conflict (tenant_id, month) do update set made = true, changed_at = clock_timestamp();
  return 1;
end
$$;
revoke all on function sales.make_customer_sets() from public;
grant execute on function sales.make_customer_sets() to aems_sales_app;
