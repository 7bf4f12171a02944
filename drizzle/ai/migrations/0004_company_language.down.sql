drop table ai.verified_questions, ai.terms;
