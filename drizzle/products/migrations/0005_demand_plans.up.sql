-- What is reckoned of each product's demand as of a day: its classes, what to keep and order, and what will be asked for.
-- Made anew, by whoever reads it first, when sales or the day have moved on; never edited.
create table products.demand_plans (
  tenant_id uuid not null,
  product_id uuid not null,
  abc_class text,
  xyz_class text,
  -- Units sold in a month on average, and their standard deviation.
  monthly_mean numeric(20, 4) not null,
  monthly_deviation numeric(20, 4) not null,
  lead_time_days integer,
  safety_stock numeric(20, 4),
  reorder_point numeric(20, 4),
  annual_demand numeric(20, 4) not null,
  order_cost numeric(20, 4),
  holding_cost numeric(20, 4),
  economic_order_quantity numeric(20, 4),
  -- Units of the next month, with bounds of 95 %.
  method text,
  forecast numeric(20, 4),
  low numeric(20, 4),
  high numeric(20, 4),
  -- Of the backtest: sums over its months, and the scaled error.
  absolute_error numeric(20, 4),
  signed_error numeric(20, 4),
  actual numeric(20, 4),
  scaled_error numeric(20, 6),
  primary key (tenant_id, product_id)
);

-- What the plans of a company were made of.
create table products.demand_plan_state (
  tenant_id uuid not null,
  made_for date not null,
  made_of text not null,
  made_at timestamptz not null default now(),
  primary key (tenant_id)
);

do $$
declare
  name text;
begin
  foreach name in array array['demand_plans', 'demand_plan_state']
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
