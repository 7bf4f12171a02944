create or replace function auth.fail_lost_imports(reason text) returns void
  language sql security definer set search_path = pg_catalog
  as $$ update auth.imports set status = 'failed', failure = reason, ended_at = now() where status = 'running' $$;

alter table auth.imports drop column rows;
