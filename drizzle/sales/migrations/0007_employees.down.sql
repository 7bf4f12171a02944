drop index sales.sales_people_by_employee;
drop table sales.projected_employees;
