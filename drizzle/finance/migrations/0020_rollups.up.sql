/*
 * Sums of ledger entries by account and scenario: by day, month and year, and by month and year for each org unit and each
 * legal entity. See docs/decisions/014-rollups.md. What an account is (its type, whether it is contra) is joined when they
 * are read, so nothing is restated.
 */
create table finance.rollups (
  tenant_id uuid not null,
  -- A name of FinanceDimension; empty: by account and scenario alone.
  dimension text not null,
  grain text not null check (grain in ('day', 'month', 'year')),
  -- First day of the day, month or year.
  bucket date not null,
  scenario text not null,
  account_id uuid not null,
  -- Id; empty: entries without a member.
  member text not null,
  entries bigint not null,
  amount numeric not null,
  primary key (tenant_id, dimension, grain, bucket, scenario, account_id, member)
) with (fillfactor = 85);

-- What ordinary writes have added and taken, not yet folded into the rollups: appended by triggers in the writing transaction.
create table finance.rollup_deltas (
  tenant_id uuid not null,
  id bigint generated always as identity,
  day date not null,
  scenario text not null,
  account_id uuid not null,
  org_unit_id uuid,
  legal_entity_id uuid,
  entries bigint not null,
  amount numeric not null,
  primary key (tenant_id, id)
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000, autovacuum_analyze_scale_factor = 0,
  autovacuum_analyze_threshold = 1000);

do $$
declare
  name text;
begin
  foreach name in array array['rollups', 'rollup_deltas'] loop
    execute format('alter table finance.%I enable row level security', name);
    execute format('alter table finance.%I force row level security', name);
    execute format(
      'create policy %I on finance.%I using (tenant_id = (select nullif(current_setting(''app.tenant_id'', true), '''')::uuid))',
      name || '_of_tenant', name);
  end loop;
  -- The upkeep runs as the owner, whom nobody signs in as. It is the same whoever writes, and however few rows they may see.
  foreach name in array array['rollups', 'rollup_deltas', 'ledger_entries'] loop
    execute format('create policy %I on finance.%I to aems_finance_owner using (true)', name || '_of_upkeep', name);
  end loop;
end
$$;
-- Written by the functions below alone.
grant select on finance.rollups, finance.rollup_deltas to aems_finance_app;

-- Held shared by those who write entries, alone by whoever makes the rollups anew.
create function finance.rollup_lock(tenant uuid) returns bigint
  language sql immutable return hashtextextended('finance.rollups ' || tenant::text, 0);
-- Held by whoever folds.
create function finance.rollup_fold_lock(tenant uuid) returns bigint
  language sql immutable return hashtextextended('finance.rollups folded ' || tenant::text, 0);

/* One trigger for each kind of statement: entries as they were are taken away, as they are they are added. */
do $upkeep$
declare
  event text;
  changed text;
  tables text;
begin
  for event, changed, tables in values
    ('insert', 'select 1 as sign, n.* from new_rows n', 'new table as new_rows'),
    ('delete', 'select -1 as sign, o.* from old_rows o', 'old table as old_rows'),
    ('update', 'select 1 as sign, n.* from new_rows n union all select -1, o.* from old_rows o', 'new table as new_rows old table as old_rows')
  loop
    execute format($function$
      create function finance.roll_up_%1$s_of_ledger_entries() returns trigger
        language plpgsql security definer set search_path = pg_catalog as $$
begin
  -- Whoever writes in bulk makes the rollups anew when all is there: finance.rebuild_rollups.
  if current_setting('app.ledger_rollups', true) = 'off' then return null; end if;
  perform pg_advisory_xact_lock_shared(finance.rollup_lock(tenant_id)) from (select distinct tenant_id from (%2$s) changed) tenants;
  insert into finance.rollup_deltas (tenant_id, day, scenario, account_id, org_unit_id, legal_entity_id, entries, amount)
  select * from (
    select tenant_id, posted_on, scenario, account_id, org_unit_id, legal_entity_id, sum(sign) as entries, sum(sign * amount) as amount
    from (%2$s) changed group by 1, 2, 3, 4, 5, 6) d
  where (entries, amount) <> (0, 0);
  return null;
end
$$;
      revoke all on function finance.roll_up_%1$s_of_ledger_entries() from public;
      create trigger roll_up_%1$s after %1$s on finance.ledger_entries referencing %3$s
        for each statement execute function finance.roll_up_%1$s_of_ledger_entries()$function$, event, changed, tables);
  end loop;
end
$upkeep$;

/*
 * Folds what writers appended into the rollups, company by company, of many deltas a part at a time; whom another folds is
 * left to them. Runs as the owner, for every company. Gives how many deltas it folded.
 */
create function finance.fold_rollups() returns integer
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  tenant uuid;
  count integer;
  folded integer := 0;
begin
  for tenant in select distinct d.tenant_id from finance.rollup_deltas d loop
    continue when not pg_try_advisory_xact_lock(finance.rollup_fold_lock(tenant));
    with gone as (
      delete from finance.rollup_deltas d where d.tenant_id = tenant
        and d.id in (select o.id from finance.rollup_deltas o where o.tenant_id = tenant order by o.id limit 20000) returning d.*),
    cells as (
      select s.dimension, g.grain, g.bucket, d.scenario, d.account_id, coalesce(s.member, '') as member,
        sum(d.entries) as entries, sum(d.amount) as amount
      from gone d cross join lateral (values
        ('', null), ('ORG_UNIT', d.org_unit_id::text), ('LEGAL_ENTITY', d.legal_entity_id::text)) s (dimension, member)
      cross join lateral (values
        ('day', d.day), ('month', date_trunc('month', d.day)::date), ('year', date_trunc('year', d.day)::date)) g (grain, bucket)
      where s.dimension = '' or g.grain <> 'day'
      group by 1, 2, 3, 4, 5, 6),
    written as (
      insert into finance.rollups as r
      select tenant, c.* from cells c where (c.entries, c.amount) <> (0, 0)
      on conflict (tenant_id, dimension, grain, bucket, scenario, account_id, member) do update set
        entries = r.entries + excluded.entries, amount = r.amount + excluded.amount
      returning entries)
    select count(*) from gone into count;
    delete from finance.rollups r where r.tenant_id = tenant and r.entries = 0;
    folded := folded + count;
  end loop;
  return folded;
end
$$;
-- Cells of which nothing is left, until the folder removes them.
create index rollups_emptied on finance.rollups (tenant_id) where entries = 0;
revoke all on function finance.fold_rollups() from public;
grant execute on function finance.fold_rollups() to aems_finance_app;

/*
 * Makes a company's rollups anew from its entries, in one pass: after the first import, or after whatever wrote with
 * app.ledger_rollups off. Runs as the owner, for the company that the viewer acts in; waits for writers of its entries.
 */
create function finance.rebuild_rollups() returns void
  language plpgsql security definer set search_path = pg_catalog set enable_nestloop = off as $$
declare
  tenant constant uuid := nullif(current_setting('app.tenant_id', true), '')::uuid;
begin
  perform pg_advisory_xact_lock(finance.rollup_lock(tenant)), pg_advisory_xact_lock(finance.rollup_fold_lock(tenant));
  delete from finance.rollup_deltas where tenant_id = tenant;
  delete from finance.rollups where tenant_id = tenant;
  insert into finance.rollups
  select tenant, case when grouping(org_unit_id) = 0 then 'ORG_UNIT' when grouping(legal_entity_id) = 0 then 'LEGAL_ENTITY' else '' end,
    case when grouping(posted_on) = 0 then 'day' else 'month' end, coalesce(posted_on, month), scenario, account_id,
    coalesce(case when grouping(org_unit_id) = 0 then org_unit_id else legal_entity_id end::text, ''), sum(entries), sum(amount)
  from (
    select posted_on, date_trunc('month', posted_on)::date as month, scenario, account_id, org_unit_id, legal_entity_id,
      count(*) as entries, sum(amount) as amount
    from finance.ledger_entries where tenant_id = tenant group by 1, 2, 3, 4, 5, 6) days
  group by grouping sets ((scenario, account_id, posted_on), (scenario, account_id, month),
    (scenario, account_id, month, org_unit_id), (scenario, account_id, month, legal_entity_id));
  insert into finance.rollups
  select tenant, dimension, 'year', date_trunc('year', bucket)::date, scenario, account_id, member, sum(entries), sum(amount)
  from finance.rollups where tenant_id = tenant and grain = 'month'
  group by 1, 2, 3, 4, 5, 6, 7;
end
$$;
revoke all on function finance.rebuild_rollups() from public;
grant execute on function finance.rebuild_rollups() to aems_finance_app;

-- What was summed is measured like what it was summed from.
create or replace function finance.refresh_statistics() returns void
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  analyze finance.accounts, finance.ledger_entries, finance.ledger_entry_refs, finance.invoices, finance.payments,
    finance.bills, finance.expenses, finance.contracts, finance.contract_milestones, finance.projected_customers,
    finance.projected_suppliers, finance.projected_org_units, finance.projected_employees, finance.rollups, finance.rollup_deltas;
end
$$;

-- Companies whose entries were there before the rollups were.
do $$
declare
  tenant uuid;
begin
  for tenant in select distinct tenant_id from finance.ledger_entries loop
    perform set_config('app.tenant_id', tenant::text, true);
    perform finance.rebuild_rollups();
  end loop;
  perform set_config('app.tenant_id', '', true);
end
$$;
