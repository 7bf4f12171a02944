drop table sales.opportunity_stages;
