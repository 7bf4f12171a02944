-- What words mean in one company, and which questions its owner has checked.
create table ai.terms (
  tenant_id uuid not null,
  id uuid not null,
  words text not null,
  -- The words as they are compared: small letters, without accents.
  folded text not null,
  means text not null,
  defined_by uuid not null,
  defined_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, folded)
);

create table ai.verified_questions (
  tenant_id uuid not null,
  id uuid not null,
  question text not null,
  folded text not null,
  is_right boolean not null,
  -- The question that gives the right answer; null where none is known.
  means text,
  verified_by uuid not null,
  verified_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, folded)
);

do $$
declare
  name text;
begin
  foreach name in array array['terms', 'verified_questions']
  loop
    execute format('alter table ai.%I enable row level security', name);
    execute format('alter table ai.%I force row level security', name);
    execute format(
      'create policy %I on ai.%I using (tenant_id = (select nullif(current_setting(''app.tenant_id'', true), '''')::uuid))',
      name || '_of_company', name);
  end loop;
end
$$;

grant select, insert, update, delete on ai.terms, ai.verified_questions to aems_ai_app;
