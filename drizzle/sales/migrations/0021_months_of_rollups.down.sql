drop index sales.rollups_by_month;
