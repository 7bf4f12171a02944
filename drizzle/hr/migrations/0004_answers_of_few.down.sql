alter policy survey_responses_within_reach on hr.survey_responses with check (
  (select hr.viewer_sees_everyone())
  or org_unit_id in (select hr.viewer_units())
  or org_unit_id is not distinct from (select org_unit_id from hr.employees where id = (select hr.viewer_employee())));
drop function hr.unit_to_answer_for(date), hr.viewer_line();
