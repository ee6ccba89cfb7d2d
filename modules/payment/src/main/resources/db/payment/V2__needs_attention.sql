-- View "payments": payments that a person has to settle with the provider.
CREATE TABLE payment_to_settle (
    payment_id VARCHAR(80) NOT NULL,
    PRIMARY KEY (payment_id)
);

INSERT INTO payment_to_settle (payment_id)
SELECT payment.payment_id FROM payment
WHERE payment.status = 'cancelled' AND payment.captured > 0
    AND EXISTS (SELECT 1 FROM payment_step
        WHERE payment_step.payment_id = payment.payment_id
            AND payment_step.what = 'refund-refused' AND payment_step.refund = 'stray-capture');

UPDATE payment SET status = 'needs-attention' WHERE payment_id IN (SELECT payment_id FROM payment_to_settle);
