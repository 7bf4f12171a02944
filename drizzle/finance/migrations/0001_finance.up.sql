-- What finance needs to know of what other domains own. See drizzle/projections.ts.
create table finance.projected_customers (
  tenant_id uuid not null,
  id uuid not null,
  ref text not null,
  name text not null,
  projected_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, ref)
);
create table finance.projected_products (like finance.projected_customers including all);
create table finance.projected_suppliers (like finance.projected_customers including all);
create table finance.projected_org_units (
  tenant_id uuid not null,
  id uuid not null,
  ref text not null,
  name text not null,
  kind text not null,
  parent_id uuid,
  manager_id uuid,
  projected_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, ref)
);
create index projected_org_units_by_parent on finance.projected_org_units (tenant_id, parent_id);
create index projected_org_units_by_manager on finance.projected_org_units (tenant_id, manager_id);
create table finance.projected_employees (
  tenant_id uuid not null,
  id uuid not null,
  ref text not null,
  name text not null,
  org_unit_id uuid,
  projected_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, ref)
);

create table finance.accounts (
  tenant_id uuid not null,
  id uuid not null,
  ref text not null,
  name text not null,
  type text not null check (type in ('asset', 'liability', 'equity', 'revenue', 'expense', 'statistical')),
  subtype text check (subtype in ('cash', 'receivable', 'inventory', 'fixed_asset', 'payable', 'debt', 'sales', 'other_income',
    'cogs', 'payroll', 'marketing', 'research', 'travel', 'depreciation', 'interest', 'tax', 'other')),
  parent_id uuid,
  -- True where it reduces its type, such as sales returns.
  contra boolean,
  custom jsonb,
  primary key (tenant_id, id),
  unique (tenant_id, ref)
);
create index accounts_by_name on finance.accounts (tenant_id, name, id);
create index accounts_by_parent on finance.accounts (tenant_id, parent_id);

create table finance.exchange_rates (
  tenant_id uuid not null,
  id uuid not null,
  currency text not null,
  rated_on date not null,
  -- Units of the company's currency for one of this.
  rate numeric(30, 10) not null check (rate > 0),
  custom jsonb,
  primary key (tenant_id, id),
  unique (tenant_id, currency, rated_on)
);

-- The facts behind revenue, expenses, balances, budget and forecast. Amounts are in the account's natural sign.
create table finance.ledger_entries (
  tenant_id uuid not null,
  posted_on date not null,
  id uuid not null,
  ref text not null,
  journal_ref text,
  account_id uuid not null,
  org_unit_id uuid,
  legal_entity_id uuid,
  scenario text not null check (scenario in ('actual', 'budget', 'forecast')),
  -- In the company's currency, at the latest rate on or before its day.
  amount numeric(20, 4) not null,
  currency text not null,
  -- In its own currency, as it was posted.
  currency_amount numeric(20, 4) not null,
  description text,
  custom jsonb,
  primary key (tenant_id, posted_on, id)
) partition by range (posted_on);
create index ledger_entries_by_account on finance.ledger_entries (tenant_id, account_id, posted_on, id);
create index ledger_entries_by_org_unit on finance.ledger_entries (tenant_id, org_unit_id, posted_on, id);
create index ledger_entries_by_journal on finance.ledger_entries (tenant_id, journal_ref) where journal_ref is not null;

-- An entry's ref is unique over all months, which no index of a partitioned table can hold.
create table finance.ledger_entry_refs (
  tenant_id uuid not null,
  ref text not null,
  id uuid not null,
  posted_on date not null,
  primary key (tenant_id, ref)
);
create index ledger_entry_refs_by_id on finance.ledger_entry_refs (tenant_id, id);

-- What a metric of this domain should come to.
create table finance.targets (
  tenant_id uuid not null,
  id uuid not null,
  metric text not null,
  dimension text,
  member text,
  starts_on date not null,
  ends_on date not null check (ends_on >= starts_on),
  amount numeric(20, 4) not null,
  custom jsonb,
  primary key (tenant_id, id),
  unique nulls not distinct (tenant_id, metric, dimension, member, starts_on, ends_on),
  check ((dimension is null) = (member is null))
);

create table finance.invoices (
  tenant_id uuid not null,
  id uuid not null,
  ref text not null,
  customer_id uuid not null,
  order_id uuid,
  issued_on date not null,
  due_on date not null,
  -- In the company's currency, at the latest rate on or before the day it was issued.
  amount numeric(20, 4) not null,
  currency text not null,
  currency_amount numeric(20, 4) not null,
  custom jsonb,
  primary key (tenant_id, id),
  unique (tenant_id, ref)
);
create index invoices_by_day on finance.invoices (tenant_id, issued_on, id);
create index invoices_by_due_day on finance.invoices (tenant_id, due_on, id);
create index invoices_by_customer on finance.invoices (tenant_id, customer_id, issued_on, id);

create table finance.payments (
  tenant_id uuid not null,
  id uuid not null,
  ref text not null,
  invoice_id uuid not null,
  paid_on date not null,
  -- In the company's currency, at the rate of its invoice, so that an invoice that is paid is at nought.
  amount numeric(20, 4) not null,
  -- In the invoice's currency.
  currency_amount numeric(20, 4) not null,
  custom jsonb,
  primary key (tenant_id, id),
  unique (tenant_id, ref)
);
create index payments_by_invoice on finance.payments (tenant_id, invoice_id, paid_on, id);
create index payments_by_day on finance.payments (tenant_id, paid_on, id);

create table finance.bills (
  tenant_id uuid not null,
  id uuid not null,
  ref text not null,
  supplier_id uuid not null,
  purchase_order_id uuid,
  issued_on date not null,
  due_on date not null,
  amount numeric(20, 4) not null,
  paid_on date,
  custom jsonb,
  primary key (tenant_id, id),
  unique (tenant_id, ref)
);
create index bills_by_day on finance.bills (tenant_id, issued_on, id);
create index bills_by_due_day on finance.bills (tenant_id, due_on, id);
create index bills_by_supplier on finance.bills (tenant_id, supplier_id, issued_on, id);

create table finance.expenses (
  tenant_id uuid not null,
  id uuid not null,
  ref text not null,
  employee_id uuid,
  org_unit_id uuid,
  category text not null,
  incurred_on date not null,
  -- In the company's currency, at the latest rate on or before its day.
  amount numeric(20, 4) not null,
  currency text not null,
  currency_amount numeric(20, 4) not null,
  status text not null check (status in ('draft', 'submitted', 'approved', 'rejected', 'reimbursed')),
  submitted_on date,
  decided_on date,
  merchant text,
  custom jsonb,
  primary key (tenant_id, id),
  unique (tenant_id, ref)
);
create index expenses_by_day on finance.expenses (tenant_id, incurred_on, id);
create index expenses_by_employee on finance.expenses (tenant_id, employee_id, incurred_on, id);
create index expenses_by_org_unit on finance.expenses (tenant_id, org_unit_id, incurred_on, id);
create index expenses_by_status on finance.expenses (tenant_id, status, incurred_on, id);
-- Members of dimensions are listed by stepping from one value to the next.
create index expenses_by_category on finance.expenses (tenant_id, category);

create table finance.contracts (
  tenant_id uuid not null,
  id uuid not null,
  ref text not null,
  customer_id uuid not null,
  product_id uuid,
  starts_on date not null,
  ends_on date check (ends_on >= starts_on),
  -- Of the whole term; where it has no end, of one billing interval.
  amount numeric(20, 4) not null,
  billing_interval text check (billing_interval in ('month', 'quarter', 'year', 'once')),
  recognition text not null check (recognition in ('straight_line', 'point_in_time', 'milestone')),
  cancelled_on date,
  custom jsonb,
  primary key (tenant_id, id),
  unique (tenant_id, ref)
);
create index contracts_by_customer on finance.contracts (tenant_id, customer_id, starts_on, id);
create index contracts_by_day on finance.contracts (tenant_id, starts_on, id);

create table finance.contract_milestones (
  tenant_id uuid not null,
  id uuid not null,
  contract_id uuid not null,
  name text not null,
  amount numeric(20, 4) not null,
  reached_on date,
  custom jsonb,
  primary key (tenant_id, id),
  unique (tenant_id, contract_id, name)
);

-- Changes that others are told of, in the transaction that makes them.
create table finance.outbox (
  tenant_id uuid not null,
  id uuid not null,
  occurred_at timestamptz not null default now(),
  type text not null,
  subject jsonb not null,
  primary key (tenant_id, id)
);

do $$
declare
  name text;
begin
  for name in select c.relname from pg_class c where c.relnamespace = 'finance'::regnamespace and c.relkind in ('r', 'p')
  loop
    execute format('alter table finance.%I enable row level security', name);
    execute format('alter table finance.%I force row level security', name);
    execute format(
      'create policy %I on finance.%I using (tenant_id = (select nullif(current_setting(''app.tenant_id'', true), '''')::uuid))',
      name || '_of_tenant', name);
  end loop;
end
$$;

grant select, insert, update, delete on all tables in schema finance to aems_finance_app;

-- Refs follow the entries of one statement at once; PostgreSQL wants a trigger for each kind of statement.
create function finance.keep_entry_refs() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then
    delete from finance.ledger_entry_refs r using gone where r.tenant_id = gone.tenant_id and r.id = gone.id;
  end if;
  if tg_op <> 'DELETE' then
    insert into finance.ledger_entry_refs (tenant_id, ref, id, posted_on) select tenant_id, ref, id, posted_on from come;
  end if;
  return null;
end
$$;
create trigger refs_of_inserted after insert on finance.ledger_entries
  referencing new table as come for each statement execute function finance.keep_entry_refs();
create trigger refs_of_updated after update on finance.ledger_entries
  referencing old table as gone new table as come for each statement execute function finance.keep_entry_refs();
create trigger refs_of_deleted after delete on finance.ledger_entries
  referencing old table as gone for each statement execute function finance.keep_entry_refs();

/*
 * Makes the monthly partitions of ledger entries that cover the given days.
 * Runs as the owner, so that writers need no right to create; partitions carry no grants and no default exists.
 */
create function finance.ensure_partitions(first_day date, last_day date) returns integer
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  month_start date := date_trunc('month', first_day)::date;
  part text;
  made integer := 0;
begin
  if first_day < date '1900-01-01' or last_day > date '2200-12-31' or last_day < first_day then
    raise exception 'ledger entries can be kept from 1900-01-01 to 2200-12-31, not % to %', first_day, last_day;
  end if;
  while month_start <= last_day loop
    part := 'ledger_entries_' || to_char(month_start, 'YYYY_MM');
    if to_regclass('finance.' || part) is null then
      execute format('create table finance.%I partition of finance.ledger_entries for values from (%L) to (%L)',
        part, month_start, (month_start + interval '1 month')::date);
      execute format('alter table finance.%I enable row level security', part);
      execute format('alter table finance.%I force row level security', part);
      execute format(
        'create policy %I on finance.%I using (tenant_id = (select nullif(current_setting(''app.tenant_id'', true), '''')::uuid))',
        part || '_of_tenant', part);
      made := made + 1;
    end if;
    month_start := (month_start + interval '1 month')::date;
  end loop;
  return made;
end
$$;
revoke all on function finance.ensure_partitions(date, date) from public;
grant execute on function finance.ensure_partitions(date, date) to aems_finance_app;

/* Measures the tables anew after many rows were written at once. Runs as the owner, who alone may. */
create function finance.refresh_statistics() returns void
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  analyze finance.accounts, finance.ledger_entries, finance.ledger_entry_refs, finance.invoices, finance.payments,
    finance.bills, finance.expenses, finance.contracts, finance.contract_milestones, finance.projected_customers,
    finance.projected_suppliers, finance.projected_org_units, finance.projected_employees;
end
$$;
revoke all on function finance.refresh_statistics() from public;
grant execute on function finance.refresh_statistics() to aems_finance_app;
