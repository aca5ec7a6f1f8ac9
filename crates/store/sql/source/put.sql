INSERT INTO source (slug, name, home, feed_url, treatment, show_words, lang, zone, no_ai, created, next_fetch)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?10)
ON CONFLICT (slug) DO UPDATE SET
  name = excluded.name, home = excluded.home, feed_url = excluded.feed_url, treatment = excluded.treatment,
  show_words = excluded.show_words, lang = excluded.lang, zone = excluded.zone, no_ai = excluded.no_ai,
  -- What we know of a feed holds for its address only.
  etag = CASE WHEN source.feed_url = excluded.feed_url THEN source.etag END,
  last_modified = CASE WHEN source.feed_url = excluded.feed_url THEN source.last_modified END,
  next_fetch = CASE WHEN source.feed_url = excluded.feed_url THEN source.next_fetch ELSE excluded.next_fetch END
RETURNING id
