/*
 * What the first `taken` of so many equal parts of an amount come to, in whole cents: largest-remainder method, where ties
 * go to the earlier part, so that the parts sum to the amount. The same as subgraphs/finance/src/domain/recognition.ts.
 */
create function finance.parts_taken(amount numeric, parts integer, taken integer) returns numeric
  language sql immutable as $$
  select case
    when taken <= 0 then 0
    when taken >= parts then amount
    else (floor(floor(amount * 100) / parts) * taken
        + least(taken, floor(amount * 100) - floor(floor(amount * 100) / parts) * parts)) / 100
      + (amount - floor(amount * 100) / 100)
  end
$$;

create function finance.interval_months(billing_interval text) returns integer
  language sql immutable as $$
  select case billing_interval when 'month' then 1 when 'quarter' then 3 when 'year' then 12 end
$$;

/* How many intervals of so many months have begun by a day. */
create function finance.intervals_begun(starts_on date, months integer, day date) returns integer
  language sql immutable as $$
  select case when day < starts_on then 0 else whole + case when starts_on + make_interval(months => whole * months) > day then 0 else 1 end end
  from (select (((extract(year from day) - extract(year from starts_on)) * 12
    + extract(month from day) - extract(month from starts_on))::integer / months) as whole) spanned
$$;

/* What of a contract is earned by the end of a day, milestones apart. ASC 606-10-25-31 (over time), -25-30 (at a point). */
create function finance.recognized_to(amount numeric, starts_on date, ends_on date, billing_interval text, recognition text,
    cancelled_on date, day date) returns numeric
  language sql immutable as $$
  select case
    when recognition = 'milestone' or last_day < starts_on then 0
    when recognition = 'point_in_time' then amount
    when ends_on is not null then finance.parts_taken(amount, ends_on - starts_on + 1, last_day - starts_on + 1)
    when months is null then amount
    else (select amount * (begun - 1) + finance.parts_taken(amount,
        (starts_on + make_interval(months => begun * months))::date - (starts_on + make_interval(months => (begun - 1) * months))::date,
        last_day - (starts_on + make_interval(months => (begun - 1) * months))::date + 1)
      from (select finance.intervals_begun(starts_on, months, last_day) as begun) counted)
  end
  from (select least(day, cancelled_on - 1, ends_on) as last_day, finance.interval_months(billing_interval) as months) days
$$;

/* What of a contract is billed by the end of a day: at the beginning of each interval, in equal parts; milestones apart. */
create function finance.billed_to(amount numeric, starts_on date, ends_on date, billing_interval text, recognition text,
    cancelled_on date, day date) returns numeric
  language sql immutable as $$
  select case
    when last_day < starts_on or (recognition = 'milestone' and months is null) then 0
    when months is null then amount
    when ends_on is null then amount * finance.intervals_begun(starts_on, months, last_day)
    else finance.parts_taken(amount, finance.intervals_begun(starts_on, months, ends_on),
      finance.intervals_begun(starts_on, months, last_day))
  end
  from (select least(day, cancelled_on - 1, ends_on) as last_day, finance.interval_months(billing_interval) as months) days
$$;

/* The monthly value of a contract that renews; null for others. A month that is not whole counts as days of 30.4375. */
create function finance.monthly_amount(amount numeric, starts_on date, ends_on date, billing_interval text, recognition text)
  returns numeric language sql immutable as $$
  select case
    when recognition <> 'straight_line' or months is null then null
    when ends_on is null then round(amount / months, 4)
    else round(amount / (extract(year from term) * 12 + extract(month from term) + extract(day from term) / 30.4375), 4)
  end
  from (select finance.interval_months(billing_interval) as months, age(ends_on + 1, starts_on) as term) terms
$$;

grant execute on all functions in schema finance to aems_finance_app;
