drop table risk.outbox, risk.commands;
