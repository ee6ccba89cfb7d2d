CREATE TABLE token_entry (x INT);
