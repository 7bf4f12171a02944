drop policy filings_within_reach on risk.filings;
drop policy findings_within_reach on risk.findings;
drop policy control_tests_within_reach on risk.control_tests;
drop policy control_links_within_reach on risk.control_links;
drop policy controls_within_reach on risk.controls;
drop policy incidents_within_reach on risk.incidents;
drop policy risks_within_reach on risk.risks;
drop policy simulated_losses_within_reach on risk.simulated_losses;
drop policy risk_indicators_within_reach on risk.risk_indicators;
drop policy risk_assessments_within_reach on risk.risk_assessments;
drop function risk.common_controls(), risk.viewer_controls(), risk.viewer_risks(), risk.viewer_people(), risk.viewer_units(),
  risk.viewer_employee(), risk.viewer_sees_every_unit();
drop index risk.projected_org_units_by_parent;
alter table risk.projected_employees drop column org_unit_id;
alter table risk.projected_org_units drop column manager_id;
