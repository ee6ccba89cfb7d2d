-- UPDATE purchase in a comment says nothing.
ALTER TABLE shelf ADD COLUMN place VARCHAR(10) DEFAULT 'FROM purchase';
UPDATE shelf SET place = (SELECT id FROM purchase WHERE purchase.id = shelf.id);
CREATE INDEX draft_by_id ON draft (id);
