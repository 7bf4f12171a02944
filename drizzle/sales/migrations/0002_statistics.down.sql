drop function sales.refresh_statistics();
drop index sales.orders_by_channel;
