-- What sales needs to know of employees, whom hr owns. See drizzle/projections.ts.
create table sales.projected_employees (
  tenant_id uuid not null,
  id uuid not null,
  ref text not null,
  name text not null,
  projected_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, ref)
);
alter table sales.projected_employees enable row level security;
alter table sales.projected_employees force row level security;
create policy projected_employees_of_tenant on sales.projected_employees
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
grant select, insert, update, delete on sales.projected_employees to aems_sales_app;
create index sales_people_by_employee on sales.sales_people (tenant_id, employee_id);
