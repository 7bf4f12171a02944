-- Mail, queued in the transaction that it tells of and sent after it. People get mail, not companies, so it is global like
-- them: a link for someone who belongs to several companies is no company's to read.
create table auth.mails (
  id uuid primary key,
  recipient text not null,
  subject text not null,
  -- Text and HTML, sealed: links in them sign people in. Null once it was sent, or is too old for them to work.
  content_sealed bytea,
  status text not null default 'waiting' check (status in ('waiting', 'sent', 'failed')),
  attempts smallint not null default 0,
  -- What the last attempt failed of.
  fault text,
  queued_at timestamptz not null default now(),
  next_attempt_at timestamptz not null default now(),
  sent_at timestamptz
);
create index mails_waiting on auth.mails (next_attempt_at) where status = 'waiting';
create index mails_queued on auth.mails (queued_at);

grant select, insert, update, delete on auth.mails to aems_auth_app;
