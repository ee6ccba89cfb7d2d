-- CREATE TABLE never_made (x INT);
CREATE TABLE IF NOT EXISTS lending.loan (
    loan VARCHAR(80) NOT NULL, /* CREATE TABLE nor_this (x INT); */
    words VARCHAR(80) DEFAULT 'CREATE TABLE neither; '' (x INT)'
);
create temporary table scratch(x INT);
CREATE TABLE "Old Stuff" (x INT);
CREATE TABLE borrower (x INT);
