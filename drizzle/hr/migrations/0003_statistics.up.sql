/*
 * Measures the tables anew after many rows were written at once, so that the planner knows them: pay is held against later
 * pay, and that took seconds where rows were joined one by one. Runs as the owner, who alone may.
 */
create function hr.refresh_statistics() returns void
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  analyze hr.org_units, hr.employees, hr.birth_days, hr.jobs, hr.compensation, hr.requisitions, hr.candidates,
    hr.candidate_stages, hr.performance_reviews, hr.goals, hr.surveys, hr.survey_responses, hr.training_records, hr.absences;
end
$$;
revoke all on function hr.refresh_statistics() from public;
grant execute on function hr.refresh_statistics() to aems_hr_app;
