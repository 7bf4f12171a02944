drop policy expenses_within_reach on finance.expenses;
drop policy ledger_entries_within_reach on finance.ledger_entries;
drop function finance.viewer_units(), finance.viewer_employee(), finance.viewer_sees_every_unit();
