-- What something was before a deed and after it, as JSON: [{"field": "places", "before": "4", "after": "6"}].
ALTER TABLE audit ADD COLUMN changes MEDIUMTEXT NULL;

-- The deeds of a time, and of one person.
ALTER TABLE audit ADD KEY audit_at (at), ADD KEY audit_actor (actor, id);
