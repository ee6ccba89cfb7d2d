/** What the tests of every context stand on. */
package dev.cleave.platform.test;
