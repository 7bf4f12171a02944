drop function hr.refresh_statistics();
