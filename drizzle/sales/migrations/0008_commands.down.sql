drop function sales.set_first_order(uuid);
drop policy sales_targets_of_sales_person on sales.sales_targets;
drop policy opportunity_stages_of_sales_person on sales.opportunity_stages;
drop policy opportunities_of_sales_person on sales.opportunities;
drop policy order_lines_of_sales_person on sales.order_lines;
drop policy orders_of_sales_person on sales.orders;
drop table sales.changes, sales.commands, sales.outbox;
