/* Whether anything that happened was posted to an account up to a day, whoever may see it. Tells no more than that. */
create function finance.account_posted_to(account uuid, to_day date) returns boolean
  language sql stable security definer set search_path = pg_catalog as
$$
  select exists (
    select from finance.ledger_entries
    where tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid)
      and account_id = account and scenario = 'actual' and posted_on <= to_day)
$$;
revoke all on function finance.account_posted_to(uuid, date) from public;
grant execute on function finance.account_posted_to(uuid, date) to aems_finance_app;
