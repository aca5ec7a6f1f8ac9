SELECT report_id FROM report_band WHERE band = ?1
