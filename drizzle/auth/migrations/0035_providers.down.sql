drop table auth.provider_tokens, auth.linked_accounts;
