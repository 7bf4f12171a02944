create table products.warehouses (
  tenant_id uuid not null,
  id uuid not null,
  ref text not null,
  name text not null,
  country_code text,
  custom jsonb,
  primary key (tenant_id, id),
  unique (tenant_id, ref)
);
create index warehouses_by_name on products.warehouses (tenant_id, name, id);

create table products.suppliers (
  tenant_id uuid not null,
  id uuid not null,
  ref text not null,
  name text not null,
  country_code text,
  rating numeric(20, 4),
  preferred boolean,
  custom jsonb,
  primary key (tenant_id, id),
  unique (tenant_id, ref)
);
create index suppliers_by_name on products.suppliers (tenant_id, name, id);

-- What was counted on the shelf, at the end of a day. Stock on any day is the latest count and the movements since.
create table products.stock_counts (
  tenant_id uuid not null,
  id uuid not null,
  product_id uuid not null,
  warehouse_id uuid not null,
  as_of date not null,
  on_hand numeric(20, 4) not null,
  reserved numeric(20, 4) check (reserved >= 0),
  custom jsonb,
  primary key (tenant_id, id),
  unique (tenant_id, product_id, warehouse_id, as_of)
);
create index stock_counts_by_day on products.stock_counts (tenant_id, as_of, id);
create index stock_counts_by_warehouse on products.stock_counts (tenant_id, warehouse_id, as_of, id);

create table products.stock_movements (
  tenant_id uuid not null,
  moved_on date not null,
  id uuid not null,
  ref text not null,
  product_id uuid not null,
  warehouse_id uuid,
  kind text not null check (kind in ('receipt', 'sale', 'adjustment', 'scrap', 'transfer')),
  quantity numeric(20, 4) not null,
  -- Made on the day of a count, after it; others of that day are in the count.
  after_count boolean not null default false,
  custom jsonb,
  primary key (tenant_id, moved_on, id)
) partition by range (moved_on);
create index stock_movements_by_id on products.stock_movements (tenant_id, id);
create index stock_movements_by_product on products.stock_movements (tenant_id, product_id, moved_on, id);
create index stock_movements_by_warehouse on products.stock_movements (tenant_id, warehouse_id, moved_on, id);

-- A movement's ref is unique over all months, which no index of a partitioned table can hold.
create table products.stock_movement_refs (
  tenant_id uuid not null,
  ref text not null,
  id uuid not null,
  moved_on date not null,
  primary key (tenant_id, ref)
);
create index stock_movement_refs_by_id on products.stock_movement_refs (tenant_id, id);

create table products.purchase_orders (
  tenant_id uuid not null,
  id uuid not null,
  ref text not null,
  supplier_id uuid not null,
  ordered_on date not null,
  expected_on date,
  received_on date,
  status text,
  freight numeric(20, 4),
  tax numeric(20, 4),
  custom jsonb,
  primary key (tenant_id, id),
  unique (tenant_id, ref)
);
create index purchase_orders_by_day on products.purchase_orders (tenant_id, ordered_on, id);
create index purchase_orders_by_supplier on products.purchase_orders (tenant_id, supplier_id, ordered_on, id);
-- Members of dimensions are listed by stepping from one value to the next.
create index purchase_orders_by_status on products.purchase_orders (tenant_id, status);

create table products.purchase_order_lines (
  tenant_id uuid not null,
  id uuid not null,
  order_id uuid not null,
  line integer not null,
  product_id uuid not null,
  quantity numeric(20, 4) not null check (quantity >= 0),
  received numeric(20, 4) check (received >= 0),
  rejected numeric(20, 4) check (rejected >= 0),
  unit_price numeric(20, 4) not null check (unit_price >= 0),
  custom jsonb,
  primary key (tenant_id, id),
  unique (tenant_id, order_id, line)
);
create index purchase_order_lines_by_product on products.purchase_order_lines (tenant_id, product_id, order_id);

create index products_by_supplier on products.products (tenant_id, supplier_id, name, id);
create index products_by_subcategory on products.products (tenant_id, subcategory);
create index products_by_model on products.products (tenant_id, model);

do $$
declare
  name text;
begin
  foreach name in array array['warehouses', 'suppliers', 'stock_counts', 'stock_movements', 'stock_movement_refs',
    'purchase_orders', 'purchase_order_lines']
  loop
    execute format('alter table products.%I enable row level security', name);
    execute format('alter table products.%I force row level security', name);
    execute format(
      'create policy %I on products.%I using (tenant_id = (select nullif(current_setting(''app.tenant_id'', true), '''')::uuid))',
      name || '_of_tenant', name);
    execute format('grant select, insert, update, delete on products.%I to aems_products_app', name);
  end loop;
end
$$;

-- Refs follow the movements of one statement at once; PostgreSQL wants a trigger for each kind of statement.
create function products.keep_movement_refs() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then
    delete from products.stock_movement_refs r using gone where r.tenant_id = gone.tenant_id and r.id = gone.id;
  end if;
  if tg_op <> 'DELETE' then
    insert into products.stock_movement_refs (tenant_id, ref, id, moved_on) select tenant_id, ref, id, moved_on from come;
  end if;
  return null;
end
$$;
create trigger refs_of_inserted after insert on products.stock_movements
  referencing new table as come for each statement execute function products.keep_movement_refs();
create trigger refs_of_updated after update on products.stock_movements
  referencing old table as gone new table as come for each statement execute function products.keep_movement_refs();
create trigger refs_of_deleted after delete on products.stock_movements
  referencing old table as gone for each statement execute function products.keep_movement_refs();

/*
 * Makes the monthly partitions of stock movements that cover the given days.
 * Runs as the owner, so that writers need no right to create; partitions carry no grants and no default exists.
 */
create function products.ensure_partitions(first_day date, last_day date) returns integer
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  month_start date := date_trunc('month', first_day)::date;
  part text;
  made integer := 0;
begin
  if first_day < date '1900-01-01' or last_day > date '2200-12-31' or last_day < first_day then
    raise exception 'stock movements can be kept from 1900-01-01 to 2200-12-31, not % to %', first_day, last_day;
  end if;
  while month_start <= last_day loop
    part := 'stock_movements_' || to_char(month_start, 'YYYY_MM');
    if to_regclass('products.' || part) is null then
      execute format('create table products.%I partition of products.stock_movements for values from (%L) to (%L)',
        part, month_start, (month_start + interval '1 month')::date);
      execute format('alter table products.%I enable row level security', part);
      execute format('alter table products.%I force row level security', part);
      execute format(
        'create policy %I on products.%I using (tenant_id = (select nullif(current_setting(''app.tenant_id'', true), '''')::uuid))',
        part || '_of_tenant', part);
      made := made + 1;
    end if;
    month_start := (month_start + interval '1 month')::date;
  end loop;
  return made;
end
$$;
revoke all on function products.ensure_partitions(date, date) from public;
grant execute on function products.ensure_partitions(date, date) to aems_products_app;

/* Measures the tables anew after many rows were written at once. Runs as the owner, who alone may. */
create function products.refresh_statistics() returns void
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  analyze products.products, products.warehouses, products.suppliers, products.stock_counts, products.stock_movements,
    products.purchase_orders, products.purchase_order_lines;
end
$$;
revoke all on function products.refresh_statistics() from public;
grant execute on function products.refresh_statistics() to aems_products_app;
