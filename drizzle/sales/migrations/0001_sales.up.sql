create table sales.territories (
  tenant_id uuid not null,
  id uuid not null,
  ref text not null,
  name text not null,
  group_name text,
  country_code text,
  custom jsonb,
  primary key (tenant_id, id),
  unique (tenant_id, ref)
);

-- What sales needs to know of products, which products owns. See drizzle/projections.ts.
create table sales.projected_products (
  tenant_id uuid not null,
  id uuid not null,
  ref text not null,
  name text not null,
  category text,
  subcategory text,
  projected_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, ref)
);

create table sales.customers (
  tenant_id uuid not null,
  id uuid not null,
  ref text not null,
  name text not null,
  kind text check (kind in ('person', 'company')),
  segment text,
  industry text,
  territory_id uuid,
  country_code text,
  region text,
  city text,
  created_on date,
  employees integer,
  annual_revenue numeric(20, 4),
  parent_id uuid,
  -- Day of the first order that was not cancelled; kept by whoever writes orders.
  first_ordered_on date,
  custom jsonb,
  primary key (tenant_id, id),
  unique (tenant_id, ref)
);
create index customers_by_name on sales.customers (tenant_id, name, id);
create index customers_by_first_order on sales.customers (tenant_id, first_ordered_on);
create index customers_by_territory on sales.customers (tenant_id, territory_id);

create table sales.sales_people (
  tenant_id uuid not null,
  id uuid not null,
  ref text not null,
  name text not null,
  team text,
  manager_name text,
  region text,
  employee_id uuid,
  territory_id uuid,
  active boolean,
  custom jsonb,
  primary key (tenant_id, id),
  unique (tenant_id, ref)
);

create table sales.orders (
  tenant_id uuid not null,
  id uuid not null,
  ref text not null,
  customer_id uuid not null,
  ordered_on date not null,
  due_on date,
  shipped_on date,
  status text not null check (status in ('open', 'shipped', 'cancelled', 'returned')),
  channel text,
  territory_id uuid,
  sales_person_id uuid,
  currency text not null,
  -- Sum of the lines' net amounts, in the company's currency.
  net_amount numeric(20, 4) not null default 0,
  tax numeric(20, 4),
  freight numeric(20, 4),
  custom jsonb,
  primary key (tenant_id, id),
  unique (tenant_id, ref)
);
create index orders_by_day on sales.orders (tenant_id, ordered_on, id);
create index orders_by_customer on sales.orders (tenant_id, customer_id, ordered_on, id);
create index orders_by_sales_person on sales.orders (tenant_id, sales_person_id, ordered_on) where sales_person_id is not null;

-- The facts behind revenue. An order knows its day, so a line is found by (day, order, line) in one partition.
create table sales.order_lines (
  tenant_id uuid not null,
  ordered_on date not null,
  order_id uuid not null,
  line integer not null,
  product_id uuid not null,
  quantity numeric(20, 4) not null,
  unit_price numeric(20, 4) not null,
  discount numeric(20, 4),
  net_amount numeric(20, 4) not null,
  unit_cost numeric(20, 4),
  shipped_quantity numeric(20, 4),
  custom jsonb,
  primary key (tenant_id, ordered_on, order_id, line)
) partition by range (ordered_on);
create index order_lines_by_product on sales.order_lines (tenant_id, product_id, ordered_on);

create table sales.sales_targets (
  tenant_id uuid not null,
  id uuid not null,
  sales_person_id uuid,
  territory_id uuid,
  starts_on date not null,
  ends_on date not null check (ends_on >= starts_on),
  amount numeric(20, 4) not null,
  custom jsonb,
  primary key (tenant_id, id),
  unique nulls not distinct (tenant_id, sales_person_id, territory_id, starts_on, ends_on),
  check (num_nonnulls(sales_person_id, territory_id) = 1)
);

create table sales.opportunities (
  tenant_id uuid not null,
  id uuid not null,
  ref text not null,
  customer_id uuid,
  sales_person_id uuid,
  product_id uuid,
  stage text not null,
  amount numeric(20, 4),
  probability numeric(9, 6) check (probability between 0 and 1),
  created_on date,
  engaged_on date,
  expected_close_on date,
  closed_on date,
  lost_reason text,
  custom jsonb,
  primary key (tenant_id, id),
  unique (tenant_id, ref)
);
create index opportunities_by_close on sales.opportunities (tenant_id, closed_on);
create index opportunities_by_customer on sales.opportunities (tenant_id, customer_id);
create index opportunities_by_sales_person on sales.opportunities (tenant_id, sales_person_id);
create index opportunities_by_product on sales.opportunities (tenant_id, product_id);

do $$
declare
  name text;
begin
  foreach name in array array['territories', 'projected_products', 'customers', 'sales_people', 'orders', 'order_lines', 'sales_targets', 'opportunities']
  loop
    execute format('alter table sales.%I enable row level security', name);
    execute format('alter table sales.%I force row level security', name);
    execute format(
      'create policy %I on sales.%I using (tenant_id = (select nullif(current_setting(''app.tenant_id'', true), '''')::uuid))',
      name || '_of_tenant', name);
  end loop;
end
$$;

grant select, insert, update, delete on all tables in schema sales to aems_sales_app;

/*
 * Makes the monthly partitions of order lines that cover the given days.
 * Runs as the owner, so that writers need no right to create; partitions carry no grants and no default exists.
 */
create function sales.ensure_partitions(first_day date, last_day date) returns integer
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  month_start date := date_trunc('month', first_day)::date;
  part text;
  made integer := 0;
begin
  if first_day < date '1900-01-01' or last_day > date '2200-12-31' or last_day < first_day then
    raise exception 'order lines can be kept from 1900-01-01 to 2200-12-31, not % to %', first_day, last_day;
  end if;
  while month_start <= last_day loop
    part := 'order_lines_' || to_char(month_start, 'YYYY_MM');
    if to_regclass('sales.' || part) is null then
      execute format('create table sales.%I partition of sales.order_lines for values from (%L) to (%L)',
        part, month_start, (month_start + interval '1 month')::date);
      execute format('alter table sales.%I enable row level security', part);
      execute format('alter table sales.%I force row level security', part);
      execute format(
        'create policy %I on sales.%I using (tenant_id = (select nullif(current_setting(''app.tenant_id'', true), '''')::uuid))',
        part || '_of_tenant', part);
      made := made + 1;
    end if;
    month_start := (month_start + interval '1 month')::date;
  end loop;
  return made;
end
$$;
revoke all on function sales.ensure_partitions(date, date) from public;
grant execute on function sales.ensure_partitions(date, date) to aems_sales_app;
