SELECT 1 AS known FROM report_feature WHERE report_id = ?1
