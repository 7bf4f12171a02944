drop trigger tell_of_events on products.outbox;
drop function products.tell_of_events();
drop function products.unprojected_events();
drop policy outbox_of_upkeep on products.outbox;
revoke update (projected_at) on products.outbox from aems_products_app;
drop index products.outbox_unprojected;
alter table products.outbox drop column projected_at;
