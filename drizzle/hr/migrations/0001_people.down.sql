drop table hr.commands, hr.outbox, hr.absences, hr.training_records, hr.survey_responses, hr.surveys, hr.goals, hr.performance_reviews,
  hr.candidate_stages, hr.candidates, hr.requisitions, hr.compensation, hr.jobs, hr.birth_days, hr.employees, hr.org_units;
drop function hr.viewer_sees_pay(), hr.viewer_sees_birth_days(), hr.viewer_units(), hr.viewer_employee(),
  hr.viewer_sees_everyone(), hr.viewer_imports(), hr.viewer_has(text[]);
