drop function sales.ensure_partitions(date, date);
drop table sales.opportunities, sales.sales_targets, sales.order_lines, sales.orders, sales.sales_people,
  sales.customers, sales.projected_products, sales.territories;
