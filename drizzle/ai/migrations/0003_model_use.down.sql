drop table ai.model_use;
