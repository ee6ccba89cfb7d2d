/** Who comes to which performance. */
package com.example.theatre.booking;
