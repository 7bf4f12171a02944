-- Of which events other domains' projections know; see drizzle/projector. A commit tells whoever listens.
alter table hr.outbox add column projected_at timestamptz;
create index outbox_unprojected on hr.outbox (tenant_id, id) where projected_at is null;
grant update (projected_at) on hr.outbox to aems_hr_app;
create policy outbox_of_upkeep on hr.outbox for select to aems_hr_owner using (true);

/* The next events that are not projected yet, of every company: runs as the owner, and tells no more than what they are about. */
create function hr.unprojected_events() returns table (tenant_id uuid, id uuid, type text, subject_id text)
  language sql stable security definer set search_path = pg_catalog as $$
  select o.tenant_id, o.id, o.type, o.subject->>'id' from hr.outbox o where o.projected_at is null order by o.tenant_id, o.id limit 500;
$$;
revoke all on function hr.unprojected_events() from public;
grant execute on function hr.unprojected_events() to aems_hr_app;

create function hr.tell_of_events() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  perform pg_notify('aems_events', 'hr');
  return null;
end
$$;
create trigger tell_of_events after insert on hr.outbox for each statement execute function hr.tell_of_events();
