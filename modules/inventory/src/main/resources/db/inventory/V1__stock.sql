-- What a warehouse has of each product, and how it came to that: a view, derived from events.
CREATE TABLE stock (
    warehouse VARCHAR(80) NOT NULL,
    sku       VARCHAR(80) NOT NULL,
    on_hand   BIGINT      NOT NULL,
    reserved  BIGINT      NOT NULL,
    received  BIGINT      NOT NULL,
    adjusted  BIGINT      NOT NULL,
    shipped   BIGINT      NOT NULL,
    returned  BIGINT      NOT NULL,
    PRIMARY KEY (warehouse, sku)
);

-- How far each warehouse's events have been read into it.
CREATE TABLE stock_version (
    aggregate_id VARCHAR(120) NOT NULL,
    version      BIGINT       NOT NULL,
    PRIMARY KEY (aggregate_id)
);
