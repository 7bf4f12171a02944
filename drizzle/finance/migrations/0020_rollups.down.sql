do $$
declare
  made record;
begin
  for made in select oid::regprocedure as signature from pg_proc
    where pronamespace = 'finance'::regnamespace and (proname like 'roll\_up\_%' or proname in
      ('fold_rollups', 'rebuild_rollups', 'rollup_lock', 'rollup_fold_lock'))
  loop
    execute format('drop function %s cascade', made.signature);
  end loop;
end
$$;
drop policy ledger_entries_of_upkeep on finance.ledger_entries;
drop table finance.rollup_deltas;
drop table finance.rollups;
create or replace function finance.refresh_statistics() returns void
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  analyze finance.accounts, finance.ledger_entries, finance.ledger_entry_refs, finance.invoices, finance.payments,
    finance.bills, finance.expenses, finance.contracts, finance.contract_milestones, finance.projected_customers,
    finance.projected_suppliers, finance.projected_org_units, finance.projected_employees;
end
$$;
