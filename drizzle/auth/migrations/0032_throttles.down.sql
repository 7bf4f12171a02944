drop table auth.throttles;
