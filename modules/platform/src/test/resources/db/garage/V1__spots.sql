CREATE TABLE spot (
    car     VARCHAR(20) NOT NULL PRIMARY KEY,
    version BIGINT      NOT NULL
);
