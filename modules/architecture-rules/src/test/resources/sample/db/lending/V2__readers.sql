ALTER TABLE borrower RENAME TO reader;
DROP TABLE IF EXISTS scratch, "Old Stuff";
