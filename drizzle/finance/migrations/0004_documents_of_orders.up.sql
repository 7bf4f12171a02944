-- An order, a purchase order and a product tell what was invoiced, billed and agreed for them.
create index invoices_by_order on finance.invoices (tenant_id, order_id, issued_on, id);
create index bills_by_purchase_order on finance.bills (tenant_id, purchase_order_id, issued_on, id);
create index contracts_by_product on finance.contracts (tenant_id, product_id, starts_on, id);
