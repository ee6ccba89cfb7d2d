package dev.cleave.bootstrap.proof.acceptance;

import dev.cleave.bootstrap.proof.running.CutCleave;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;

/** What callers are promised of a system that is cut as the profile split has it. */
@Isolated("its limits are the shipped ones, also where 200 orders come at once")
@ExtendWith(CutCleave.Split.class)
class SplitIT extends Acceptance {}
