alter table sales.order_lines drop column currency_net_amount;
alter table sales.orders drop column exchange_rate;
