package dev.cleave.bootstrap.proof;

import org.junit.jupiter.api.extension.ExtendWith;

/** What callers are promised of a system that is cut as the profile hybrid has it. */
@ExtendWith(CutCleave.Hybrid.class)
class HybridIT extends Acceptance {}
