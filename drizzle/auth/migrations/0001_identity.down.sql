drop table auth.audit_log, auth.imports, auth.signing_keys, auth.sessions, auth.memberships, auth.companies, auth.users;
