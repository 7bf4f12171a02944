-- Accounts at identity providers (OpenID Connect) that sign people in. They are about people, who are global.
create table auth.linked_accounts (
  issuer text not null,
  -- The provider's own word for the person; unlike their e-mail, it never becomes another's.
  subject text not null,
  id uuid not null unique,
  user_id uuid not null references auth.users (id) on delete cascade,
  email text,
  created_at timestamptz not null default now(),
  last_used_at timestamptz,
  primary key (issuer, subject)
);
create index linked_accounts_user on auth.linked_accounts (user_id);

-- What is remembered of a sign-in while the browser is at the provider, and of one that needs a password to be linked. Only
-- hashes of their tokens are kept, and what they are about is sealed.
create table auth.provider_tokens (
  token_hash bytea primary key,
  kind text not null check (kind in ('state', 'link', 'offer')),
  user_id uuid references auth.users (id) on delete cascade,
  content_sealed bytea not null,
  expires_at timestamptz not null
);
create index provider_tokens_expiry on auth.provider_tokens (expires_at);
create index provider_tokens_user on auth.provider_tokens (user_id);

grant select, insert, update, delete on auth.linked_accounts, auth.provider_tokens to aems_auth_app;
