-- Products as inventory last heard of them: a view.
CREATE TABLE known_product (
    sku     VARCHAR(80) NOT NULL,
    retired BOOLEAN     NOT NULL,
    PRIMARY KEY (sku)
);
