drop table risk.risk_indicators, risk.filings, risk.incidents, risk.findings,
  risk.control_tests, risk.control_links, risk.controls, risk.requirements, risk.frameworks, risk.risk_appetite,
  risk.risk_assessments, risk.risks, risk.projected_products, risk.projected_employees, risk.projected_org_units;
