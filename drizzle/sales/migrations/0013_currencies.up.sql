-- Orders that were placed in another currency than the company's: all amounts are kept in the company's, at the latest rate
-- on or before the order's day. Null where the order is in the company's own.
alter table sales.orders add column exchange_rate numeric(20, 10) check (exchange_rate > 0);
-- What the line brings in its order's currency, as the source said.
alter table sales.order_lines add column currency_net_amount numeric(20, 4);
