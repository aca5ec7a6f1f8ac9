SELECT feature FROM report_feature WHERE report_id = ?1
