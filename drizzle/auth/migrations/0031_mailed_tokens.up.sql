-- Links that were mailed to someone, each good for one use. Only hashes of their tokens are kept. They are about people, who
-- are global.
create table auth.mailed_tokens (
  id uuid primary key,
  purpose text not null check (purpose in ('reset', 'verify', 'register')),
  -- Null: whoever registers is nobody yet.
  user_id uuid references auth.users (id) on delete cascade,
  -- Where it was mailed to.
  email text not null,
  token_hash bytea not null unique,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index mailed_tokens_email on auth.mailed_tokens (lower(email), purpose);
create index mailed_tokens_user on auth.mailed_tokens (user_id);
create index mailed_tokens_expiry on auth.mailed_tokens (expires_at);

-- When it was last proven that mail to the address reaches the person.
alter table auth.users add column email_verified_at timestamptz;

grant select, insert, update, delete on auth.mailed_tokens to aems_auth_app;
