// No sentence.
@Caught
@SuppressWarnings("deprecation")
@Deprecated
package dev.cleave.architecture.counterexamples.roomssaywhattheyarefor.broken.orders.ledger;

import dev.cleave.architecture.counterexamples.Caught;
