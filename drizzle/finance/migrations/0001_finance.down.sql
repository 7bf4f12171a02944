drop function finance.ensure_partitions(date, date);
drop function finance.refresh_statistics();
drop table finance.outbox, finance.contract_milestones, finance.contracts, finance.expenses, finance.bills, finance.payments,
  finance.invoices, finance.targets, finance.ledger_entry_refs, finance.ledger_entries, finance.exchange_rates, finance.accounts,
  finance.projected_employees, finance.projected_org_units, finance.projected_suppliers, finance.projected_products, finance.projected_customers;
drop function finance.keep_entry_refs();
