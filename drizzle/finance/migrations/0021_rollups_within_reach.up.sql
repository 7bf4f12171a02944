-- Sums over all units are not for those who see some: they are served from the entries.
create policy rollups_within_reach on finance.rollups as restrictive to aems_finance_app using (
  case when (select finance.viewer_sees_every_unit()) then true else false end);
create policy rollup_deltas_within_reach on finance.rollup_deltas as restrictive to aems_finance_app using (
  case when (select finance.viewer_sees_every_unit()) then true else false end);
