-- Passkeys (WebAuthn) belong to people, who are global. Only public keys are kept.
create table auth.passkeys (
  id uuid primary key,
  user_id uuid not null references auth.users (id) on delete cascade,
  credential_id bytea not null unique,
  public_key bytea not null,
  -- How often its authenticator says that it was used; some always say 0.
  counter bigint not null,
  transports text[] not null default '{}',
  name text not null check (char_length(name) between 1 and 80),
  backed_up boolean not null,
  created_at timestamptz not null default now(),
  last_used_at timestamptz
);
create index passkeys_user on auth.passkeys (user_id);

-- What an authenticator is asked to sign, once.
create table auth.passkey_challenges (
  challenge_hash bytea primary key,
  -- Who adds a passkey; null: somebody signs in.
  user_id uuid references auth.users (id) on delete cascade,
  expires_at timestamptz not null
);
create index passkey_challenges_expiry on auth.passkey_challenges (expires_at);
create index passkey_challenges_user on auth.passkey_challenges (user_id);

grant select, insert, update, delete on auth.passkeys, auth.passkey_challenges to aems_auth_app;
