CREATE TABLE token_entry (token VARCHAR(36));
