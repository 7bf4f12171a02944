-- Rows come in order of their days, so that a summary of each block finds a span of days; an entry for each row costs as much
-- as the row, at every import.
drop index products.projected_sales_by_day;
create index projected_sales_by_day on products.projected_sales using brin (tenant_id, sold_on) with (pages_per_range = 16, autosummarize = on);
