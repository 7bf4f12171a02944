-- Second factors: they belong to people, not to companies, as users and sessions do, and are global like them.

create table auth.second_factors (
  user_id uuid primary key references auth.users (id) on delete cascade,
  secret_sealed bytea not null,
  -- Null: set up, and no code of it given yet; it is not asked for until then.
  confirmed_at timestamptz,
  -- The step of the last code that was taken; neither it nor an earlier one is taken again (RFC 6238, 5.2).
  last_step bigint not null default 0,
  failures integer not null default 0,
  locked_until timestamptz
);

create table auth.backup_codes (
  user_id uuid not null references auth.users (id) on delete cascade,
  code_hash bytea not null,
  used_at timestamptz,
  primary key (user_id, code_hash)
);

create table auth.sign_in_challenges (
  id uuid primary key,
  user_id uuid not null references auth.users (id) on delete cascade,
  token_hash bytea not null unique,
  attempts smallint not null default 0,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index sign_in_challenges_user on auth.sign_in_challenges (user_id);
create index sign_in_challenges_expiry on auth.sign_in_challenges (expires_at);

-- When whoever holds the session last proved who they are.
alter table auth.sessions add column proven_at timestamptz not null default now();

grant select, insert, update, delete on auth.second_factors, auth.backup_codes, auth.sign_in_challenges to aems_auth_app;
