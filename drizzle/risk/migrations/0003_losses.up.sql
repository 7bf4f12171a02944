-- What each risk costs in each of 10,000 simulated years, and the model that the years follow from. See decision 016.
create table risk.simulated_losses (
  tenant_id uuid not null,
  risk_id uuid not null,
  events_per_year numeric(20, 4) not null,
  loss_low numeric(20, 4) not null,
  loss_likely numeric(20, 4) not null,
  loss_high numeric(20, 4) not null,
  -- In ten-thousandths of the company's currency, year by year.
  losses bigint[] not null,
  mean numeric(20, 4) not null,
  simulated_at timestamptz not null default now(),
  primary key (tenant_id, risk_id)
);
alter table risk.simulated_losses enable row level security;
alter table risk.simulated_losses force row level security;
create policy simulated_losses_of_tenant on risk.simulated_losses
  using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
grant select, insert, update, delete on risk.simulated_losses to aems_risk_app;

-- The yearly loss from several risks together that a fraction of the simulated years stays within.
create function risk.loss_percentile(risk_ids uuid[], fraction double precision) returns numeric
  language sql stable set search_path = pg_catalog as $$
    select percentile_disc(fraction) within group (order by loss) / 10000
    from (
      select sum(each.loss) as loss
      from risk.simulated_losses years cross join lateral unnest(years.losses) with ordinality as each (loss, year)
      where years.tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid)
        and years.risk_id = any(risk_ids)
      group by each.year) sums
  $$;
revoke all on function risk.loss_percentile(uuid[], double precision) from public;
grant execute on function risk.loss_percentile(uuid[], double precision) to aems_risk_app;
