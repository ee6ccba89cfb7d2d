/** Takes bookings from the web. */
package com.example.theatre.booking.desk;
