INSERT INTO purchase (id) SELECT id FROM draft;
DROP TABLE IF EXISTS draft;
