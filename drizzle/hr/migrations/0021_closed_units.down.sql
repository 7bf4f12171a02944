drop policy changes_within_reach on hr.changes;
create policy changes_within_reach on hr.changes as restrictive for select to aems_hr_app using (
  exists (select from hr.employees e where e.tenant_id = changes.tenant_id and e.id = changes.subject_id)
  or exists (select from hr.requisitions r where r.tenant_id = changes.tenant_id and r.id = changes.subject_id)
  or exists (select from hr.candidates c where c.tenant_id = changes.tenant_id and c.id = changes.subject_id)
  or exists (select from hr.surveys s where s.tenant_id = changes.tenant_id and s.id = changes.subject_id));
alter table hr.org_units drop column closed_on;
