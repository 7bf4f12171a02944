/* The org unit that the viewer works in, and those above it. */
create function hr.viewer_line() returns table (id uuid, depth integer)
  language sql stable set search_path = pg_catalog as
$$
  with recursive line (id, parent_id, depth) as (
    select u.id, u.parent_id, 0 from hr.org_units u join hr.employees e on e.org_unit_id = u.id where e.id = hr.viewer_employee()
    union all
    select above.id, above.parent_id, line.depth + 1 from hr.org_units above join line on above.id = line.parent_id where line.depth < 50
  )
  select id, depth from line
$$;

/*
 * For which unit the viewer answers a survey: their own where at least five people work in it and beneath it on that day, so
 * that nobody can tell whose an answer is, else the nearest above where they do; none where they nowhere do. To count them all,
 * it reads as one who sees everyone; it tells nothing but the unit.
 */
create function hr.unit_to_answer_for(day date) returns uuid
  language plpgsql volatile set search_path = pg_catalog as
$$
declare
  scopes constant text := current_setting('app.scopes', true);
  unit uuid;
begin
  perform set_config('app.scopes', 'hr:all', true);
  with recursive beneath (top, depth, id) as (
    select id, depth, id from hr.viewer_line()
    union
    select beneath.top, beneath.depth, u.id from hr.org_units u join beneath on u.parent_id = beneath.id
  )
  select top into unit from beneath join hr.employees e on e.org_unit_id = beneath.id
  where (e.hired_on is null or e.hired_on <= day) and (e.left_on > day or (e.left_on is null and e.has_left is not true))
  group by top, depth having count(*) >= 5 order by depth limit 1;
  perform set_config('app.scopes', scopes, true);
  return unit;
end
$$;

alter policy survey_responses_within_reach on hr.survey_responses with check (
  (select hr.viewer_sees_everyone())
  or org_unit_id is null
  or org_unit_id in (select hr.viewer_units())
  or org_unit_id in (select id from hr.viewer_line()));
