drop index finance.contracts_by_product;
drop index finance.bills_by_purchase_order;
drop index finance.invoices_by_order;
