-- The headline keeps the planner on a walk of the table from its end: indexes over published stories hold every id, but in
-- another order.
SELECT id, headline FROM story WHERE stage = 'published' ORDER BY id DESC LIMIT 1
