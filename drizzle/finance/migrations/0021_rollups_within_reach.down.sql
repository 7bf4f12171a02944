drop policy rollup_deltas_within_reach on finance.rollup_deltas;
drop policy rollups_within_reach on finance.rollups;
