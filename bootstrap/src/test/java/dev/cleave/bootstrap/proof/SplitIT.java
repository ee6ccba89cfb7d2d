package dev.cleave.bootstrap.proof;

import org.junit.jupiter.api.extension.ExtendWith;

/** What callers are promised of a system that is cut as the profile split has it. */
@ExtendWith(CutCleave.Split.class)
class SplitIT extends Acceptance {}
