-- Products as ordering last heard of them: a view.
CREATE TABLE known_product (
    sku      VARCHAR(80)    NOT NULL,
    price    DECIMAL(19, 4) NOT NULL,
    currency VARCHAR(3)     NOT NULL,
    retired  BOOLEAN        NOT NULL,
    PRIMARY KEY (sku)
);

-- Orders as callers see them: a view. Lines are "sku quantity unit-price;…", the timeline is "millis what [note];…".
CREATE TABLE order_overview (
    order_id    VARCHAR(36)      NOT NULL,
    customer_id VARCHAR(80)      NOT NULL,
    status      VARCHAR(12)      NOT NULL,
    reason      VARCHAR(40),
    detail      VARCHAR(1000),
    total       DECIMAL(19, 4)   NOT NULL,
    currency    VARCHAR(3)       NOT NULL,
    placed_at   BIGINT           NOT NULL,
    version     BIGINT           NOT NULL,
    timeline    VARCHAR(100000)  NOT NULL,
    lines       VARCHAR(1000000) NOT NULL,
    PRIMARY KEY (order_id)
);
CREATE INDEX order_overview_by_age ON order_overview (placed_at, order_id);
CREATE INDEX order_overview_by_status ON order_overview (status, placed_at, order_id);
CREATE INDEX order_overview_by_customer ON order_overview (customer_id, placed_at, order_id);

-- Returns of orders, and charges that are paid back: a view.
CREATE TABLE order_refund (
    order_id VARCHAR(36)      NOT NULL,
    refund   VARCHAR(36)      NOT NULL,
    status   VARCHAR(12)      NOT NULL,
    detail   VARCHAR(1000),
    amount   DECIMAL(19, 4)   NOT NULL,
    lines    VARCHAR(1000000) NOT NULL,
    PRIMARY KEY (order_id, refund)
);

-- Who placed an order and where it goes. Personal data, derived from nothing; erased with the customer.
CREATE TABLE personal_data (
    order_id           VARCHAR(36)  NOT NULL,
    customer_id        VARCHAR(80)  NOT NULL,
    name               VARCHAR(200) NOT NULL,
    email              VARCHAR(254) NOT NULL,
    street             VARCHAR(200) NOT NULL,
    city               VARCHAR(100) NOT NULL,
    postcode           VARCHAR(20)  NOT NULL,
    country            VARCHAR(2)   NOT NULL,
    cancellation_words VARCHAR(500),
    PRIMARY KEY (order_id)
);
CREATE INDEX personal_data_by_customer ON personal_data (customer_id);

-- Customers who were erased; nothing about them is kept again.
CREATE TABLE erased_customer (
    customer_id VARCHAR(80) NOT NULL,
    PRIMARY KEY (customer_id)
);
