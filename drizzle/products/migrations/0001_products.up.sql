create table products.products (
  tenant_id uuid not null,
  id uuid not null,
  ref text not null,
  name text not null,
  sku text,
  category text,
  subcategory text,
  model text,
  status text check (status in ('draft', 'active', 'end_of_life', 'discontinued')),
  standard_cost numeric(20, 4),
  list_price numeric(20, 4),
  launched_on date,
  discontinued_on date,
  reorder_point numeric(20, 4),
  safety_stock numeric(20, 4),
  lead_time_days integer,
  supplier_id uuid,
  custom jsonb,
  primary key (tenant_id, id),
  unique (tenant_id, ref)
);
create index products_by_name on products.products (tenant_id, name, id);
create index products_by_category on products.products (tenant_id, category, subcategory);

alter table products.products enable row level security;
alter table products.products force row level security;
create policy products_of_tenant on products.products
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));

grant select, insert, update, delete on all tables in schema products to aems_products_app;
