drop function finance.monthly_amount(numeric, date, date, text, text);
drop function finance.billed_to(numeric, date, date, text, text, date, date);
drop function finance.recognized_to(numeric, date, date, text, text, date, date);
drop function finance.intervals_begun(date, integer, date);
drop function finance.interval_months(text);
drop function finance.parts_taken(numeric, integer, integer);
