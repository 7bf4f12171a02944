alter table auth.users drop column email_verified_at;
drop table auth.mailed_tokens;
