alter table auth.memberships drop column suspended_at;
