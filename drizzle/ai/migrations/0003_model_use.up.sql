-- What a company's questions have cost a language model, by day: the budget of a day holds over restarts and processes.
create table ai.model_use (
  tenant_id uuid not null,
  used_on date not null,
  tokens bigint not null,
  primary key (tenant_id, used_on)
);

alter table ai.model_use enable row level security;
alter table ai.model_use force row level security;
create policy model_use_of_company on ai.model_use using
  (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));

grant select, insert, update on ai.model_use to aems_ai_app;
