-- All of this is durable and derived from nothing.

-- A contact's row is what keeping, mailing and erasing lock; it outlives the erasure, without anything personal.
CREATE TABLE contact (
    contact   VARCHAR(80) NOT NULL,
    erased_at TIMESTAMP WITH TIME ZONE,
    PRIMARY KEY (contact)
);

-- Personal data: whom a notice goes to, from the command until the mail's end.
CREATE TABLE addressee (
    notice  VARCHAR(80)   NOT NULL,
    contact VARCHAR(80)   NOT NULL,
    name    VARCHAR(1000) NOT NULL,
    email   VARCHAR(1000) NOT NULL,
    PRIMARY KEY (notice)
);
CREATE INDEX addressee_by_contact ON addressee (contact);

-- What the mail server has been told: a row is written before a mail is handed over and marked after.
CREATE TABLE sending (
    notice  VARCHAR(80)  NOT NULL,
    state   VARCHAR(20)  NOT NULL,
    attempt INTEGER      NOT NULL,
    reason  VARCHAR(255),
    PRIMARY KEY (notice)
);

-- Personal data: the mails as they were written.
CREATE TABLE mail (
    notice     VARCHAR(80)              NOT NULL,
    contact    VARCHAR(80)              NOT NULL,
    order_id   VARCHAR(80)              NOT NULL,
    occasion   VARCHAR(20)              NOT NULL,
    name       VARCHAR(1000)            NOT NULL,
    email      VARCHAR(1000)            NOT NULL,
    subject    VARCHAR(1000)            NOT NULL,
    text       VARCHAR(100000)          NOT NULL,
    written_at TIMESTAMP WITH TIME ZONE NOT NULL,
    PRIMARY KEY (notice)
);
CREATE INDEX mail_by_writing ON mail (written_at, notice);
CREATE INDEX mail_by_order ON mail (order_id, written_at, notice);
CREATE INDEX mail_by_contact ON mail (contact, written_at, notice);
