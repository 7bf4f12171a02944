-- Which months there are is asked every second, over all companies, by what makes sets of customers.
create index rollups_by_month on sales.rollups (tenant_id, bucket) where dimension = '' and grain = 'month';
