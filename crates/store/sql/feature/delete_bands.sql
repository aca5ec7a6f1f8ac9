DELETE FROM report_band WHERE report_id = ?1
