drop table ai.turns, ai.conversations;
