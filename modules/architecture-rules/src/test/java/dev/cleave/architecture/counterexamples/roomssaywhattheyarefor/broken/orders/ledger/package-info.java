// No sentence.
@Caught
@Deprecated
package dev.cleave.architecture.counterexamples.roomssaywhattheyarefor.broken.orders.ledger;

import dev.cleave.architecture.counterexamples.Caught;
