DELETE FROM sentence WHERE revision_id = ?1
