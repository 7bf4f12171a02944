/*
 * What became of opportunities, by the day, month and year that they were won or lost; by none and by sales person. See
 * docs/decisions/014-rollups.md. Those without such a day are in no cell: they are told of everything alone.
 */
create table sales.opportunity_rollups (
  tenant_id uuid not null,
  -- Empty: by none.
  dimension text not null check (dimension in ('', 'SALES_PERSON')),
  grain text not null check (grain in ('day', 'month', 'year')),
  bucket date not null,
  -- Id; empty: none.
  member text not null,
  won bigint not null,
  lost bigint not null,
  won_amount numeric not null,
  won_with_amount bigint not null,
  -- From engagement, else creation; of so many.
  days_to_win bigint not null,
  won_with_days bigint not null,
  settled bigint generated always as (won + lost) stored,
  primary key (tenant_id, dimension, grain, bucket, member)
) with (fillfactor = 85);

-- What writes have added and taken, not yet folded in: appended by triggers in the writing transaction.
create table sales.opportunity_rollup_deltas (
  tenant_id uuid not null,
  id bigint generated always as identity,
  day date not null,
  sales_person_id uuid,
  won bigint not null,
  lost bigint not null,
  won_amount numeric not null,
  won_with_amount bigint not null,
  days_to_win bigint not null,
  won_with_days bigint not null,
  settled bigint generated always as (won + lost) stored,
  primary key (tenant_id, id)
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000, autovacuum_analyze_scale_factor = 0,
  autovacuum_analyze_threshold = 1000);

do $$
declare
  name text;
begin
  foreach name in array array['opportunity_rollups', 'opportunity_rollup_deltas'] loop
    execute format('alter table sales.%I enable row level security', name);
    execute format('alter table sales.%I force row level security', name);
    execute format(
      'create policy %I on sales.%I using (tenant_id = (select nullif(current_setting(''app.tenant_id'', true), '''')::uuid))',
      name || '_of_tenant', name);
    -- Whoever sees some opportunities alone reads no sums of all.
    execute format(
      'create policy %I on sales.%I as restrictive to aems_sales_app using ((select nullif(current_setting(''app.sales_person_id'', true), '''')) is null)',
      name || '_of_sales_person', name);
  end loop;
  -- The upkeep runs as the owner, whom nobody signs in as. It is the same whoever writes, and however few rows they may see.
  foreach name in array array['opportunity_rollups', 'opportunity_rollup_deltas', 'opportunities'] loop
    execute format('create policy %I on sales.%I to aems_sales_owner using (true)', name || '_of_upkeep', name);
  end loop;
end
$$;
-- Written by the functions below alone.
grant select on sales.opportunity_rollups, sales.opportunity_rollup_deltas to aems_sales_app;

-- Held shared by those who write opportunities, alone by those who make the rollups anew; and by whoever folds.
create function sales.opportunity_rollup_lock(tenant uuid) returns bigint
  language sql immutable return hashtextextended('sales.opportunity_rollups ' || tenant::text, 0);
create function sales.opportunity_rollup_fold_lock(tenant uuid) returns bigint
  language sql immutable return hashtextextended('sales.opportunity_rollups folded ' || tenant::text, 0);

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
      create function sales.roll_up_%1$s_of_opportunities() returns trigger
        language plpgsql security definer set search_path = pg_catalog as $$
begin
  -- Whoever writes in bulk makes the rollups anew when all is there: sales.rebuild_opportunity_rollups.
  if current_setting('app.opportunity_rollups', true) = 'off' then return null; end if;
  perform pg_advisory_xact_lock_shared(sales.opportunity_rollup_lock(tenant_id)) from (select distinct tenant_id from (%2$s) changed) tenants;
  insert into sales.opportunity_rollup_deltas (tenant_id, day, sales_person_id, won, lost, won_amount, won_with_amount, days_to_win, won_with_days)
  select * from (
    select o.tenant_id, o.closed_on, o.sales_person_id,
      coalesce(sum(sign) filter (where o.stage = 'won'), 0) as won, coalesce(sum(sign) filter (where o.stage = 'lost'), 0) as lost,
      coalesce(sum(sign * o.amount) filter (where o.stage = 'won'), 0) as amount,
      coalesce(sum(sign) filter (where o.stage = 'won' and o.amount is not null), 0) as with_amount,
      coalesce(sum(sign * (o.closed_on - coalesce(o.engaged_on, o.created_on))) filter (where o.stage = 'won'), 0) as days,
      coalesce(sum(sign) filter (where o.stage = 'won' and coalesce(o.engaged_on, o.created_on) is not null), 0) as with_days
    from (%2$s) o
    where o.stage in ('won', 'lost') and o.closed_on is not null
    group by 1, 2, 3) d
  where (won, lost, amount, with_amount, days, with_days) <> (0, 0, 0, 0, 0, 0);
  return null;
end
$$;
      revoke all on function sales.roll_up_%1$s_of_opportunities() from public;
      create trigger roll_up_%1$s after %1$s on sales.opportunities referencing %3$s
        for each statement execute function sales.roll_up_%1$s_of_opportunities()$function$, event, changed, tables);
  end loop;
end
$upkeep$;

/* Folds what writers appended into the rollups, company by company; whom another folds is left to them. Gives how many deltas. */
create function sales.fold_opportunity_rollups() returns integer
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  tenant uuid;
  count integer;
  folded integer := 0;
begin
  for tenant in select distinct d.tenant_id from sales.opportunity_rollup_deltas d loop
    continue when not pg_try_advisory_xact_lock(sales.opportunity_rollup_fold_lock(tenant));
    with gone as (
      delete from sales.opportunity_rollup_deltas d where d.tenant_id = tenant
        and d.id in (select o.id from sales.opportunity_rollup_deltas o where o.tenant_id = tenant order by o.id limit 20000) returning d.*),
    cells as (
      select m.dimension, g.grain, g.bucket, coalesce(m.member, '') as member, sum(d.won) as won, sum(d.lost) as lost,
        sum(d.won_amount) as amount, sum(d.won_with_amount) as with_amount, sum(d.days_to_win) as days, sum(d.won_with_days) as with_days
      from gone d
      cross join lateral (values ('', ''), ('SALES_PERSON', d.sales_person_id::text)) m (dimension, member)
      cross join lateral (values
        ('day', d.day), ('month', date_trunc('month', d.day)::date), ('year', date_trunc('year', d.day)::date)) g (grain, bucket)
      group by 1, 2, 3, 4),
    written as (
      insert into sales.opportunity_rollups as r
      select tenant, c.* from cells c where (won, lost, amount, with_amount, days, with_days) <> (0, 0, 0, 0, 0, 0)
      on conflict (tenant_id, dimension, grain, bucket, member) do update set
        won = r.won + excluded.won, lost = r.lost + excluded.lost, won_amount = r.won_amount + excluded.won_amount,
        won_with_amount = r.won_with_amount + excluded.won_with_amount, days_to_win = r.days_to_win + excluded.days_to_win,
        won_with_days = r.won_with_days + excluded.won_with_days)
    select count(*) from gone into count;
    folded := folded + count;
  end loop;
  return folded;
end
$$;
revoke all on function sales.fold_opportunity_rollups() from public;
grant execute on function sales.fold_opportunity_rollups() to aems_sales_app;

/*
 * Makes a company's rollups anew from its opportunities: after the first import, or after whatever wrote with
 * app.opportunity_rollups off. Runs as the owner, for the company that the viewer acts in.
 */
create function sales.rebuild_opportunity_rollups() returns void
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  tenant constant uuid := nullif(current_setting('app.tenant_id', true), '')::uuid;
begin
  perform pg_advisory_xact_lock(sales.opportunity_rollup_lock(tenant)), pg_advisory_xact_lock(sales.opportunity_rollup_fold_lock(tenant));
  delete from sales.opportunity_rollup_deltas where tenant_id = tenant;
  delete from sales.opportunity_rollups where tenant_id = tenant;
  insert into sales.opportunity_rollups
  select tenant, m.dimension, g.grain, g.bucket, coalesce(m.member, ''),
    count(*) filter (where o.stage = 'won'), count(*) filter (where o.stage = 'lost'),
    coalesce(sum(o.amount) filter (where o.stage = 'won'), 0), count(o.amount) filter (where o.stage = 'won'),
    coalesce(sum(o.closed_on - coalesce(o.engaged_on, o.created_on)) filter (where o.stage = 'won'), 0),
    count(coalesce(o.engaged_on, o.created_on)) filter (where o.stage = 'won')
  from sales.opportunities o
  cross join lateral (values ('', ''), ('SALES_PERSON', o.sales_person_id::text)) m (dimension, member)
  cross join lateral (values
    ('day', o.closed_on), ('month', date_trunc('month', o.closed_on)::date), ('year', date_trunc('year', o.closed_on)::date)) g (grain, bucket)
  where o.tenant_id = tenant and o.stage in ('won', 'lost') and o.closed_on is not null
  group by 1, 2, 3, 4, 5;
end
$$;
revoke all on function sales.rebuild_opportunity_rollups() from public;
grant execute on function sales.rebuild_opportunity_rollups() to aems_sales_app;

create or replace function sales.refresh_statistics() returns void
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  analyze sales.territories, sales.projected_products, sales.customers, sales.sales_people, sales.orders,
    sales.order_lines, sales.sales_targets, sales.opportunities, sales.rollups, sales.rollup_deltas,
    sales.opportunity_rollups, sales.opportunity_rollup_deltas;
end
$$;

-- Companies whose opportunities were there before the rollups were.
do $$
declare
  tenant uuid;
begin
  for tenant in select distinct tenant_id from sales.opportunities loop
    perform set_config('app.tenant_id', tenant::text, true);
    perform sales.rebuild_opportunity_rollups();
  end loop;
  perform set_config('app.tenant_id', '', true);
end
$$;
