drop table products.products;
