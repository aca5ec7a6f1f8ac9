SELECT text FROM report_text WHERE hash = ?1
