-- The store's own time: goes on by as much as passes while somebody has the store open, whatever the clocks say.
CREATE TABLE store_time (
    id      INTEGER NOT NULL,
    reading BIGINT  NOT NULL, -- milliseconds; what it reads, at least
    clock   BIGINT  NOT NULL, -- milliseconds since 1970, UTC; what the clock said then; 0 before the first time
    PRIMARY KEY (id)
);
INSERT INTO store_time (id, reading, clock) VALUES (1, 0, 0);

-- When to ask about a wait goes by the store's time from now on, while due_at stays what follows from the events. How often its end was
-- told says whether it has run out.
ALTER TABLE open_wait ADD COLUMN asked INTEGER DEFAULT 0 NOT NULL;
