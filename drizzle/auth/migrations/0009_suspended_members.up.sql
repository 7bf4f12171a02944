-- A suspended member is no member until restored; their roles are kept for then.
alter table auth.memberships add column suspended_at timestamptz;
