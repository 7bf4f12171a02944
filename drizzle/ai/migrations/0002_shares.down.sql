drop table ai.shares;
