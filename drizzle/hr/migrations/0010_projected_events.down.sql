drop trigger tell_of_events on hr.outbox;
drop function hr.tell_of_events();
drop function hr.unprojected_events();
drop policy outbox_of_upkeep on hr.outbox;
revoke update (projected_at) on hr.outbox from aems_hr_app;
drop index hr.outbox_unprojected;
alter table hr.outbox drop column projected_at;
