drop trigger forget_customer_sets on sales.rollups;
drop trigger forget_customer_sets on sales.rollup_deltas;
drop function sales.forget_customer_sets_of_rollups();
drop function sales.forget_customer_sets_of_rollup_deltas();
drop function sales.make_customer_sets();
drop table sales.customer_set_months;
drop table sales.customer_sets;
drop table sales.customer_numbers;
