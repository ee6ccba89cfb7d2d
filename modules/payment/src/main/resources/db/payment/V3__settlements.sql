-- View "payments": what each payment needs a person for: refunds by their number, and '~charge'. The status no longer says so itself.
CREATE TABLE payment_matter (
    payment_id VARCHAR(80)  NOT NULL,
    matter     VARCHAR(255) NOT NULL,
    PRIMARY KEY (payment_id, matter)
);

INSERT INTO payment_matter (payment_id, matter) SELECT payment_id, 'stray-capture' FROM payment_to_settle;

ALTER TABLE payment ADD COLUMN matters INTEGER DEFAULT 0 NOT NULL;
UPDATE payment SET matters = 1, status = 'cancelled' WHERE payment_id IN (SELECT payment_id FROM payment_to_settle);
DROP TABLE payment_to_settle;

-- When a payment was first heard of, for lists.
ALTER TABLE payment ADD COLUMN opened_at TIMESTAMP(6) WITH TIME ZONE;
UPDATE payment SET opened_at =
    COALESCE((SELECT MIN(at) FROM payment_step WHERE payment_step.payment_id = payment.payment_id), CURRENT_TIMESTAMP);
ALTER TABLE payment ALTER COLUMN opened_at SET NOT NULL;
ALTER TABLE payment ADD COLUMN version BIGINT DEFAULT -1 NOT NULL;
UPDATE payment SET version =
    COALESCE((SELECT MAX(version) FROM payment_step WHERE payment_step.payment_id = payment.payment_id), -1);
CREATE INDEX payment_opened ON payment (opened_at, payment_id);
CREATE INDEX payment_by_status ON payment (status, opened_at, payment_id);
CREATE INDEX payment_by_matters ON payment (matters, opened_at, payment_id);

-- Not a view: what people said who settled something. It is derived from nothing.
CREATE TABLE settlement_words (
    payment_id VARCHAR(80)  NOT NULL,
    matter     VARCHAR(255) NOT NULL,
    reason     VARCHAR(500) NOT NULL,
    settled_by VARCHAR(100),
    PRIMARY KEY (payment_id, matter)
);
