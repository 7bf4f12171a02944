-- A conversation's questions, as they were when their owner shared them: whoever follows the link asks them with their own rights.
create table ai.shares (
  tenant_id uuid not null,
  id uuid not null,
  conversation_id uuid not null,
  user_id uuid not null,
  title text not null,
  questions text[] not null,
  shared_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, conversation_id),
  foreign key (tenant_id, conversation_id) references ai.conversations (tenant_id, id) on delete cascade
);

alter table ai.shares enable row level security;
alter table ai.shares force row level security;
create policy shares_of_user on ai.shares using
  (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid)
   and user_id = (select nullif(current_setting('app.user_id', true), '')::uuid));
create policy shares_of_company on ai.shares for select using
  (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));

grant select, insert, update, delete on ai.shares to aems_ai_app;
