-- Members of dimensions are listed and checked by stepping from one value to the next.
create index customers_by_segment on sales.customers (tenant_id, segment);
create index customers_by_industry on sales.customers (tenant_id, industry);
create index customers_by_country on sales.customers (tenant_id, country_code);
create index opportunities_by_stage on sales.opportunities (tenant_id, stage);
create index opportunities_by_lost_reason on sales.opportunities (tenant_id, lost_reason);
