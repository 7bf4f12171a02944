-- Keys that fields are encrypted with, each wrapped by a master key that is not in the database. They are the installation's,
-- as second factors are people's and not companies'. One is current; the others open what was sealed before.

create table auth.data_keys (
  id uuid primary key,
  wrapped bytea not null,
  created_at timestamptz not null default now(),
  retired_at timestamptz
);
create unique index data_keys_current on auth.data_keys ((true)) where retired_at is null;

grant select, insert, update, delete on auth.data_keys to aems_auth_app;
