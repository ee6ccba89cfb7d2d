/** What booking is asked for, and what it tells. */
package com.example.theatre.booking.api;
