drop policy rollups_of_sales_person on sales.rollups;
drop policy rollup_deltas_of_sales_person on sales.rollup_deltas;
