-- The newest that have it: a run of common words stands in thousands of reports, and copies come within days.
SELECT report_id FROM report_band WHERE band = ?1 ORDER BY report_id DESC LIMIT 50
