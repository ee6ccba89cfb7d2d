-- What the platform keeps in every context's own store.

-- How far each processor has read (Axon's token store).
CREATE TABLE token_entry (
    processor_name VARCHAR(255) NOT NULL,
    segment        INTEGER      NOT NULL,
    token          ${binary},
    token_type     VARCHAR(255),
    timestamp      VARCHAR(255),
    owner          VARCHAR(255),
    PRIMARY KEY (processor_name, segment)
);

-- Events that a processor could not handle, in their sequences (Axon's dead-letter queue).
CREATE TABLE dead_letter_entry (
    dead_letter_id       VARCHAR(255) NOT NULL,
    processing_group     VARCHAR(255) NOT NULL,
    sequence_identifier  VARCHAR(255) NOT NULL,
    sequence_index       BIGINT       NOT NULL,
    message_type         VARCHAR(255) NOT NULL,
    event_identifier     VARCHAR(255) NOT NULL,
    time_stamp           VARCHAR(255) NOT NULL,
    payload_type         VARCHAR(255) NOT NULL,
    payload_revision     VARCHAR(255),
    payload              ${binary}    NOT NULL,
    metadata             ${binary},
    aggregate_type       VARCHAR(255),
    aggregate_identifier VARCHAR(255),
    sequence_number      BIGINT,
    token_type           VARCHAR(255),
    token                ${binary},
    enqueued_at          VARCHAR(255) NOT NULL,
    last_touched         VARCHAR(255),
    processing_started   VARCHAR(255),
    cause_type           VARCHAR(255),
    cause_message        VARCHAR(1023),
    diagnostics          ${binary},
    PRIMARY KEY (dead_letter_id),
    UNIQUE (processing_group, sequence_identifier, sequence_index)
);
CREATE INDEX dead_letter_entry_by_group ON dead_letter_entry (processing_group, last_touched);

-- Requests with an Idempotency-Key: the row fixes the command's identity before the command is sent. The request is the digest
-- of its method, path and key, the fingerprint that of its query and body; the body itself is not kept.
CREATE TABLE idempotent_request (
    request       VARCHAR(43)  NOT NULL,
    fingerprint   VARCHAR(43)  NOT NULL,
    identity      VARCHAR(36)  NOT NULL,
    claimed_until TIMESTAMP(3) WITH TIME ZONE,
    status        INTEGER,
    location      VARCHAR(1000),
    content_type  VARCHAR(255),
    answer        ${binary},
    expires_at    TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    PRIMARY KEY (request)
);
CREATE INDEX idempotent_request_by_expiry ON idempotent_request (expires_at);

-- Open waits: derived from events, turned into commands when they run out.
CREATE TABLE open_wait (
    kind    VARCHAR(40)              NOT NULL,
    subject VARCHAR(80)              NOT NULL,
    due_at  TIMESTAMP WITH TIME ZONE NOT NULL,
    ask_at  TIMESTAMP WITH TIME ZONE NOT NULL,
    PRIMARY KEY (kind, subject)
);
CREATE INDEX open_wait_by_ask_at ON open_wait (ask_at);
