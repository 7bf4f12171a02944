drop trigger tell_of_events on sales.outbox;
drop function sales.tell_of_events();
drop function sales.unprojected_events();
drop policy outbox_of_upkeep on sales.outbox;
revoke update (projected_at) on sales.outbox from aems_sales_app;
drop index sales.outbox_unprojected;
alter table sales.outbox drop column projected_at;
