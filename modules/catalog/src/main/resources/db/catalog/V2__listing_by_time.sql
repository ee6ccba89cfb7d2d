CREATE INDEX listing_by_time ON listing (listed_at, sku);
