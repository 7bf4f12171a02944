drop table products.demand_plan_state, products.demand_plans;
