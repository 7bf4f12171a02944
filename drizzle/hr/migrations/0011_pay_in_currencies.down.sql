alter table hr.compensation drop column currency_annual_amount;
alter table hr.compensation drop column exchange_rate;
