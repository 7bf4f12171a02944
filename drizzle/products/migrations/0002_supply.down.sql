drop function products.refresh_statistics();
drop function products.ensure_partitions(date, date);
drop table products.stock_movements;
drop function products.keep_movement_refs();
drop index products.products_by_supplier, products.products_by_subcategory, products.products_by_model;
drop table products.purchase_order_lines, products.purchase_orders, products.stock_movement_refs, products.stock_counts,
  products.suppliers, products.warehouses;
