drop index sales.customers_by_segment, sales.customers_by_industry, sales.customers_by_country,
  sales.opportunities_by_stage, sales.opportunities_by_lost_reason;
