/** Takes seats, as long as there are any. */
package com.example.theatre.hall.performance;
