-- Pay that was agreed in another currency than the company's: amounts are kept in the company's, at the latest rate on or
-- before the first day of the pay. Null where it was agreed in the company's own.
alter table hr.compensation add column exchange_rate numeric(20, 10) check (exchange_rate > 0);
-- Pay for a year as it was agreed.
alter table hr.compensation add column currency_annual_amount numeric(20, 4);
