-- Attempts of one kind from one place or at one account, such as passwords. Also for accounts that do not exist: whether one
-- does must not show in how its attempts are counted. Keys are hashed: what somebody typed by mistake is not kept.
create table auth.throttles (
  key_hash bytea primary key,
  attempts integer not null,
  last_at timestamptz not null default now(),
  -- Until then attempts are not looked at.
  locked_until timestamptz
);
create index throttles_last on auth.throttles (last_at);

grant select, insert, update, delete on auth.throttles to aems_auth_app;
