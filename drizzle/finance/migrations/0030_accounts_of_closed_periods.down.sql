drop function finance.account_posted_to(uuid, date);
