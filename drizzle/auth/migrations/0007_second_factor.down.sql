alter table auth.sessions drop column proven_at;
drop table auth.sign_in_challenges, auth.backup_codes, auth.second_factors;
