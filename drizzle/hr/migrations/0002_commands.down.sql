drop policy survey_responses_within_reach on hr.survey_responses;
create policy survey_responses_within_reach on hr.survey_responses as restrictive using (
  (select hr.viewer_sees_everyone()) or org_unit_id in (select hr.viewer_units()));
drop table hr.survey_participants, hr.changes;
