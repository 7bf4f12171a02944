drop index auth.audit_log_user;
drop policy audit_log_read_of_members on auth.audit_log;
drop policy audit_log_read_of_none on auth.audit_log;
drop table auth.audit_heads, auth.audit_seals;
drop trigger audit_log_unsealed on auth.audit_log;
drop function auth.note_unsealed();
drop table auth.audit_unsealed;
