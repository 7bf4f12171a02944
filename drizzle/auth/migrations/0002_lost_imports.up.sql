-- An import's process ends with the server that started it; killed, it can't say so itself. The server that starts next
-- does, for every company at once: the one thing that crosses tenants here, so it is a function that can do nothing else.

create policy imports_of_owner on auth.imports to aems_auth_owner using (true);

create function auth.fail_lost_imports(reason text) returns void
  language sql security definer set search_path = pg_catalog
  as $$ update auth.imports set status = 'failed', failure = reason, ended_at = now() where status = 'running' $$;

revoke all on function auth.fail_lost_imports(text) from public;
grant execute on function auth.fail_lost_imports(text) to aems_auth_app;
