-- The list of products with their present prices: a view, derived from events.
CREATE TABLE listing (
    sku          VARCHAR(80)              NOT NULL,
    aggregate_id VARCHAR(120)             NOT NULL,
    version      BIGINT                   NOT NULL,
    name         VARCHAR(200)             NOT NULL,
    description  VARCHAR(2000),
    -- The sku and the name in lower case, for the search.
    sought       VARCHAR(1000)            NOT NULL,
    amount       DECIMAL(19, 4)           NOT NULL,
    currency     VARCHAR(3)               NOT NULL,
    retired      BOOLEAN                  NOT NULL,
    listed_at    TIMESTAMP WITH TIME ZONE NOT NULL,
    PRIMARY KEY (sku),
    UNIQUE (aggregate_id)
);
