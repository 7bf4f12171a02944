drop table finance.closings, finance.changes, finance.commands;
