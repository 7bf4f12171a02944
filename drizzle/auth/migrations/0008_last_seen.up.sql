-- When a session last asked for something, to the minute.
alter table auth.sessions add column last_seen_at timestamptz not null default now();
update auth.sessions set last_seen_at = refreshed_at;
