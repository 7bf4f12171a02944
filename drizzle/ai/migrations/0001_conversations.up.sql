create table ai.conversations (
  tenant_id uuid not null,
  id uuid not null,
  user_id uuid not null,
  title text not null,
  started_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (tenant_id, id)
);
create index conversations_of_user on ai.conversations (tenant_id, user_id, updated_at desc);

create table ai.turns (
  tenant_id uuid not null,
  id uuid not null,
  conversation_id uuid not null,
  user_id uuid not null,
  position integer not null,
  question text not null,
  understood jsonb not null,
  answer jsonb not null,
  asked_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, conversation_id, position),
  foreign key (tenant_id, conversation_id) references ai.conversations (tenant_id, id) on delete cascade
);

do $$
declare
  name text;
begin
  foreach name in array array['conversations', 'turns']
  loop
    execute format('alter table ai.%I enable row level security', name);
    execute format('alter table ai.%I force row level security', name);
    execute format(
      'create policy %I on ai.%I using (tenant_id = (select nullif(current_setting(''app.tenant_id'', true), '''')::uuid)
         and user_id = (select nullif(current_setting(''app.user_id'', true), '''')::uuid))',
      name || '_of_user', name);
  end loop;
end
$$;

grant select, insert, update, delete on all tables in schema ai to aems_ai_app;
