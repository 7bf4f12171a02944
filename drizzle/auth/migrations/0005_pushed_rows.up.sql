-- Rows that are loaded in place of a directory, for as long as their import is under way.
alter table auth.imports add column rows jsonb;

create or replace function auth.fail_lost_imports(reason text) returns void
  language sql security definer set search_path = pg_catalog
  as $$ update auth.imports set status = 'failed', failure = reason, ended_at = now(), rows = null where status = 'running' $$;
