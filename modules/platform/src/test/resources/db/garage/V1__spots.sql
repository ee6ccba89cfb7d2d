CREATE TABLE spot (
    car     VARCHAR(20) NOT NULL PRIMARY KEY,
    version BIGINT      NOT NULL
);

-- Without a key, so that nothing but the processors' progress keeps a visit from being written twice.
CREATE TABLE visit (
    car VARCHAR(20) NOT NULL
);
