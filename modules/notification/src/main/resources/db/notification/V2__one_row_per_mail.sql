-- A mail's row now says what has become of it too, so that a notice takes one row and not three.
ALTER TABLE mail ADD COLUMN state VARCHAR(20) DEFAULT 'KEPT' NOT NULL;
ALTER TABLE mail ADD COLUMN attempt INTEGER DEFAULT 0 NOT NULL;
ALTER TABLE mail ADD COLUMN reason VARCHAR(255);

UPDATE mail SET
    state = (SELECT sending.state FROM sending WHERE sending.notice = mail.notice),
    attempt = (SELECT sending.attempt FROM sending WHERE sending.notice = mail.notice),
    reason = (SELECT sending.reason FROM sending WHERE sending.notice = mail.notice);

-- Whoever was to be told in the moment of the change, and had no letter yet, is not told.
DROP TABLE sending;
DROP TABLE addressee;
