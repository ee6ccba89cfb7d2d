/** The language of a made-up context that the platform's messaging is tried on. */
package dev.cleave.platform.messaging.garage.api;
