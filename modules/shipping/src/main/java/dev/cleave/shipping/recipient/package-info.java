/** Where shipments go: names and addresses, kept apart from all events so that they can be erased. */
@NullMarked
package dev.cleave.shipping.recipient;

import org.jspecify.annotations.NullMarked;
