drop policy changes_within_reach on hr.changes;
revoke select on hr.changes from aems_hr_app;
