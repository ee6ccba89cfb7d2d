-- View "payments": what became of each payment.
CREATE TABLE payment (
    payment_id VARCHAR(80)    NOT NULL,
    status     VARCHAR(20)    NOT NULL,
    currency   VARCHAR(3),
    amount     DECIMAL(30, 5),
    captured   DECIMAL(30, 5) NOT NULL,
    refunded   DECIMAL(30, 5) NOT NULL,
    PRIMARY KEY (payment_id)
);

CREATE TABLE payment_step (
    payment_id VARCHAR(80)              NOT NULL,
    version    BIGINT                   NOT NULL,
    at         TIMESTAMP WITH TIME ZONE NOT NULL,
    what       VARCHAR(40)              NOT NULL,
    amount     DECIMAL(30, 5),
    currency   VARCHAR(3),
    reason     VARCHAR(1000),
    refund     VARCHAR(255),
    PRIMARY KEY (payment_id, version)
);

-- View "open-questions": refunds that the provider has not answered; the waits themselves are open_wait.
CREATE TABLE open_refund (
    payment_id VARCHAR(80)  NOT NULL,
    refund_id  VARCHAR(255) NOT NULL,
    PRIMARY KEY (payment_id, refund_id)
);
