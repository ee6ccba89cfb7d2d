/** What a system consists of, as data: its contexts, their messages, who sends and who handles them, where each keeps its data. */
@NullMarked
package dev.cleave.architecture.model;

import org.jspecify.annotations.NullMarked;
