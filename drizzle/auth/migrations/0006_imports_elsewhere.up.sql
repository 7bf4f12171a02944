-- Several servers may import. An import is lost where nothing was heard of its process for a while; a server that is alone
-- knows when it starts that all are.
alter table auth.imports add column heard_at timestamptz;

drop function auth.fail_lost_imports(text);
create function auth.fail_lost_imports(reason text, unheard interval) returns void
  language sql security definer set search_path = pg_catalog
  as $$
    update auth.imports set status = 'failed', failure = reason, ended_at = now(), rows = null
    where status = 'running' and coalesce(heard_at, started_at) <= clock_timestamp() - unheard
  $$;
revoke all on function auth.fail_lost_imports(text, interval) from public;
grant execute on function auth.fail_lost_imports(text, interval) to aems_auth_app;
