alter table auth.sessions drop column last_seen_at;
