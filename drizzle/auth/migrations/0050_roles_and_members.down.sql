drop index auth.sessions_seen;
alter table auth.memberships drop column sessions_from;
drop table auth.roles;
