/** Every context's own data store: opened, migrated and handed to that context's classes alone. */
@NullMarked
package dev.cleave.platform.datastore;

import org.jspecify.annotations.NullMarked;
