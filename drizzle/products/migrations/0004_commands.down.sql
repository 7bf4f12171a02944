drop table products.changes, products.commands, products.outbox;
