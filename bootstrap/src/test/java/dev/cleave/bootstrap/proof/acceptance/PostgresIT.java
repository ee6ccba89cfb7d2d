package dev.cleave.bootstrap.proof.acceptance;

import dev.cleave.bootstrap.proof.running.SharedCleave;
import org.junit.jupiter.api.extension.ExtendWith;

/** What callers are promised of one process with each of its stores in a PostgreSQL database of its own. */
@ExtendWith(SharedCleave.OnPostgres.class)
class PostgresIT extends Acceptance {}
