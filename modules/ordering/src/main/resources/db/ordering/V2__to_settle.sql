-- View "orders": orders whose charge could not be paid back, which a person has to settle.
CREATE TABLE order_to_settle (
    order_id VARCHAR(36) NOT NULL,
    PRIMARY KEY (order_id)
);

INSERT INTO order_to_settle (order_id)
SELECT order_id FROM order_refund WHERE refund = 'reversal' AND status = 'refused';
