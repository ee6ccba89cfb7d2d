ALTER TABLE borrower RENAME TO reader;
