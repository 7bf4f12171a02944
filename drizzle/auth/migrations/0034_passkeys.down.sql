drop table auth.passkey_challenges, auth.passkeys;
