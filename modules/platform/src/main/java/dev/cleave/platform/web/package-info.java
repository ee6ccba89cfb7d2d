/** What every context's HTTP resources share: problems, idempotent requests, reading one's own write, pages, money. */
@NullMarked
package dev.cleave.platform.web;

import org.jspecify.annotations.NullMarked;
