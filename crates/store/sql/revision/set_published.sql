UPDATE revision SET published = COALESCE(published, ?2) WHERE id = ?1
