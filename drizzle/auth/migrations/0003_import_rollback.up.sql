-- What it takes to roll an import back; the former rows themselves are kept beside each domain's schema.
alter table auth.imports
  -- The import that this run rolls back, where it loads nothing itself.
  add column rolls_back uuid,
  add column rolled_back_at timestamptz,
  -- The transaction that wrote its rows: each row names the one that wrote it last. Null: it wrote nothing, or before this was kept.
  add column transaction_id text,
  -- Whether the company was new and, where its own row changed, that row before and after.
  add column company_change jsonb,
  -- The tables that were written, in order, and which of them had no rows of the company before.
  add column relations jsonb not null default '[]';
