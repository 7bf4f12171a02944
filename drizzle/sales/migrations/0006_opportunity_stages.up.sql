-- When an opportunity came to a stage. Of several on one day, `position` tells the order, where it is known.
create table sales.opportunity_stages (
  tenant_id uuid not null,
  id uuid not null,
  opportunity_id uuid not null,
  stage text not null,
  entered_on date not null,
  position integer not null default 0,
  custom jsonb,
  primary key (tenant_id, id)
);
create index opportunity_stages_by_opportunity on sales.opportunity_stages (tenant_id, opportunity_id, entered_on, position);
create index opportunity_stages_by_day on sales.opportunity_stages (tenant_id, entered_on);
create index opportunity_stages_by_stage on sales.opportunity_stages (tenant_id, stage);

alter table sales.opportunity_stages enable row level security;
alter table sales.opportunity_stages force row level security;
create policy opportunity_stages_of_tenant on sales.opportunity_stages
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));

grant select, insert, update, delete on sales.opportunity_stages to aems_sales_app;
