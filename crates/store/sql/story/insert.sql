INSERT INTO story (stage, sector, slug, lang, headline, created)
VALUES ('drafted', 'other', ?1, ?2, ?3, ?4)
RETURNING id
