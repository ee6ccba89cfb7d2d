CREATE TABLE loan (
    loan VARCHAR(80) NOT NULL,
    words VARCHAR(80) DEFAULT 'CREATE TABLE neither (x INT)',
    body ${binary}
);
CREATE TABLE borrower (x INT);
