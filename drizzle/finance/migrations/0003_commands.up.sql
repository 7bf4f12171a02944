-- What a command with an idempotency key came to, so that a retry changes nothing.
create table finance.commands (
  tenant_id uuid not null,
  key text not null,
  command text not null,
  subject_id uuid not null,
  done_at timestamptz not null default now(),
  primary key (tenant_id, key)
);

-- What people did to a journal, a budget, a claim, an invoice or a bill, and what it was before.
create table finance.changes (
  tenant_id uuid not null,
  id uuid not null,
  subject_id uuid not null,
  changed_at timestamptz not null default now(),
  user_id uuid not null,
  action text not null,
  was jsonb,
  became jsonb not null,
  primary key (tenant_id, id)
);
create index changes_by_subject on finance.changes (tenant_id, subject_id, id);

-- Days to which the books were closed; the latest holds. Nothing that happened is posted on or before it.
create table finance.closings (
  tenant_id uuid not null,
  id uuid not null,
  closed_to date not null,
  closed_at timestamptz not null default now(),
  user_id uuid not null,
  primary key (tenant_id, id)
);
create index closings_by_day on finance.closings (tenant_id, closed_to);

do $$
declare
  name text;
begin
  foreach name in array array['commands', 'changes', 'closings']
  loop
    execute format('alter table finance.%I enable row level security', name);
    execute format('alter table finance.%I force row level security', name);
    execute format(
      'create policy %I on finance.%I using (tenant_id = (select nullif(current_setting(''app.tenant_id'', true), '''')::uuid))',
      name || '_of_tenant', name);
  end loop;
end
$$;

grant select, insert, update, delete on finance.commands to aems_finance_app;
grant select, insert on finance.changes, finance.closings to aems_finance_app;
