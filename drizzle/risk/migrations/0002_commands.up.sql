-- What a command with an idempotency key came to, so that a retry changes nothing.
create table risk.commands (
  tenant_id uuid not null,
  key text not null,
  command text not null,
  subject_id uuid not null,
  done_at timestamptz not null default now(),
  primary key (tenant_id, key)
);

create table risk.outbox (
  tenant_id uuid not null,
  id uuid not null,
  occurred_at timestamptz not null default now(),
  type text not null,
  subject jsonb not null,
  primary key (tenant_id, id)
);

do $$
declare
  name text;
begin
  foreach name in array array['commands', 'outbox']
  loop
    execute format('alter table risk.%I enable row level security', name);
    execute format('alter table risk.%I force row level security', name);
    execute format(
      'create policy %I on risk.%I using (tenant_id = (select nullif(current_setting(''app.tenant_id'', true), '''')::uuid))',
      name || '_of_tenant', name);
  end loop;
end
$$;

grant select, insert, update, delete on risk.commands, risk.outbox to aems_risk_app;
