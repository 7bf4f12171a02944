-- Books can be reopened: what was said last holds, whichever day it names. Whoever says it holds the lock at that moment.
alter table finance.closings alter column closed_at set default clock_timestamp();
