-- The history. Positions are given out by the one writer: 0, 1, 2, … without gaps.
CREATE TABLE stored_event (
    position             BIGINT       NOT NULL,
    aggregate_identifier VARCHAR(255) NOT NULL,
    sequence_number      BIGINT       NOT NULL,
    aggregate_type       VARCHAR(255),
    event_identifier     VARCHAR(64)  NOT NULL,
    recorded_at          BIGINT       NOT NULL, -- milliseconds since 1970, UTC
    payload_type         VARCHAR(255) NOT NULL,
    payload_revision     VARCHAR(64),
    payload              ${binary}    NOT NULL,
    metadata             ${binary}    NOT NULL,
    PRIMARY KEY (position),
    CONSTRAINT one_event_per_sequence_number UNIQUE (aggregate_identifier, sequence_number)
);

-- The latest snapshot of each aggregate that has one. Derived: may be emptied at any time.
CREATE TABLE stored_snapshot (
    aggregate_identifier VARCHAR(255) NOT NULL,
    sequence_number      BIGINT       NOT NULL,
    aggregate_type       VARCHAR(255) NOT NULL,
    event_identifier     VARCHAR(64)  NOT NULL,
    recorded_at          BIGINT       NOT NULL,
    payload_type         VARCHAR(255) NOT NULL,
    payload_revision     VARCHAR(64),
    payload              ${binary}    NOT NULL,
    metadata             ${binary}    NOT NULL,
    PRIMARY KEY (aggregate_identifier)
);
