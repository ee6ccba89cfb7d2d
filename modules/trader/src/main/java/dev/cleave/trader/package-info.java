/** Trades a file of real orders against a running system over HTTP, as its customers and its warehouse would, and audits it. */
@NullMarked
package dev.cleave.trader;

import org.jspecify.annotations.NullMarked;
