/** The law: Contexts meet only in each other's published language: in commands and events. */
@NullMarked
package dev.cleave.architecture.law.messages;

import org.jspecify.annotations.NullMarked;
