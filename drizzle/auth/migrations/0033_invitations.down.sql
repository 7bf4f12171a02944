drop function auth.invitation_with(bytea);
drop table auth.invitations;
