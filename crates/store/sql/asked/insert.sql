INSERT INTO asked (story_id, revision_id, at, model, version, prompt, tokens_in, tokens_out, cost_micros, ms, outcome, reason)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
