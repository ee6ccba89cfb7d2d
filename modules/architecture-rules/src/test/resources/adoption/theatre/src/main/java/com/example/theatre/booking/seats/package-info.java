/** Sees to it that whoever has booked gets seats. */
package com.example.theatre.booking.seats;
