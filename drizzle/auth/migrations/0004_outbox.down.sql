drop table auth.outbox;
