SELECT COUNT(*) AS people FROM person WHERE role = 'admin' AND left_at IS NULL
