alter table auth.imports
  drop column rolls_back,
  drop column rolled_back_at,
  drop column transaction_id,
  drop column company_change,
  drop column relations;
