-- Of which events other domains' projections know; see drizzle/projector. A commit tells whoever listens.
alter table sales.outbox add column projected_at timestamptz;
create index outbox_unprojected on sales.outbox (tenant_id, id) where projected_at is null;
grant update (projected_at) on sales.outbox to aems_sales_app;
create policy outbox_of_upkeep on sales.outbox for select to aems_sales_owner using (true);

/* The next events that are not projected yet, of every company: runs as the owner, and tells no more than what they are about. */
create function sales.unprojected_events() returns table (tenant_id uuid, id uuid, type text, subject_id text)
  language sql stable security definer set search_path = pg_catalog as $$
  select o.tenant_id, o.id, o.type, o.subject->>'id' from sales.outbox o where o.projected_at is null order by o.tenant_id, o.id limit 500;
$$;
revoke all on function sales.unprojected_events() from public;
grant execute on function sales.unprojected_events() to aems_sales_app;

create function sales.tell_of_events() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  perform pg_notify('aems_events', 'sales');
  return null;
end
$$;
create trigger tell_of_events after insert on sales.outbox for each statement execute function sales.tell_of_events();
