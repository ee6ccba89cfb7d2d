-- Who runs each processor of the context: the replicas of its unit, by the names under which they claim parts of token_entry.
CREATE TABLE processor_replica (
    processor_name VARCHAR(255)             NOT NULL,
    replica        VARCHAR(255)             NOT NULL,
    came_at        TIMESTAMP WITH TIME ZONE NOT NULL,
    seen_at        TIMESTAMP WITH TIME ZONE NOT NULL,
    PRIMARY KEY (processor_name, replica)
);
