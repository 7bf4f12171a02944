drop index products.projected_sales_by_day;
create index projected_sales_by_day on products.projected_sales (tenant_id, sold_on);
