drop function auth.fail_lost_imports(text);
drop policy imports_of_owner on auth.imports;
