package dev.cleave.bootstrap.proof.acceptance;

import dev.cleave.bootstrap.proof.running.SharedCleave;
import org.junit.jupiter.api.extension.ExtendWith;

/** What callers are promised of one process, or of the system at {@code -Dcleave.url}, wherever and however that runs. */
@ExtendWith(SharedCleave.class)
class AcceptanceIT extends Acceptance {}
