// No sentence.
@Caught
@SuppressWarnings("deprecation")
@Deprecated
package dev.cleave.architecture.law.house.roomssaywhattheyarefor.broken.orders.ledger;

import dev.cleave.architecture.law.Caught;
