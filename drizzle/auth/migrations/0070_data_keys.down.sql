-- What was sealed with these keys is lost with them: whoever had a second factor sets up another.
delete from auth.second_factors where substring(secret_sealed from 1 for 3) = 'AK1'::bytea;
drop table auth.data_keys;
