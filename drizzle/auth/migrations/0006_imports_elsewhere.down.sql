drop function auth.fail_lost_imports(text, interval);
create function auth.fail_lost_imports(reason text) returns void
  language sql security definer set search_path = pg_catalog
  as $$ update auth.imports set status = 'failed', failure = reason, ended_at = now(), rows = null where status = 'running' $$;
revoke all on function auth.fail_lost_imports(text) from public;
grant execute on function auth.fail_lost_imports(text) to aems_auth_app;

alter table auth.imports drop column heard_at;
