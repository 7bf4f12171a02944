-- What products need to know of sales, which sales owns: sums of each product and day, of orders that were not cancelled.
create table products.projected_sales (
  tenant_id uuid not null,
  product_id uuid not null,
  sold_on date not null,
  units numeric(20, 4) not null,
  net_revenue numeric(20, 4) not null,
  -- Of units whose cost the order says; the others are reckoned at standard cost.
  cost numeric(28, 8) not null,
  uncosted_units numeric(20, 4) not null,
  -- Net amounts less cost, of lines whose cost the order says.
  gross_profit numeric(28, 8) not null,
  -- Of lines that say how much of them was shipped.
  shippable_units numeric(20, 4) not null,
  shipped_units numeric(20, 4) not null,
  projected_at timestamptz not null default now(),
  primary key (tenant_id, product_id, sold_on)
);
create index projected_sales_by_day on products.projected_sales (tenant_id, sold_on);

alter table products.projected_sales enable row level security;
alter table products.projected_sales force row level security;
create policy projected_sales_of_tenant on products.projected_sales
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
grant select, insert, update, delete on products.projected_sales to aems_products_app;

create or replace function products.refresh_statistics() returns void
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  analyze products.products, products.warehouses, products.suppliers, products.stock_counts, products.stock_movements,
    products.purchase_orders, products.purchase_order_lines, products.projected_sales;
end
$$;
