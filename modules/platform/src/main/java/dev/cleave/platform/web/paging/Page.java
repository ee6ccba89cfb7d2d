package dev.cleave.platform.web.paging;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param items the page's items
 * @param next the cursor to pass as {@code after} for the following page, or null at the end
 */
public record Page<T>(List<T> items, @Nullable String next) {}
