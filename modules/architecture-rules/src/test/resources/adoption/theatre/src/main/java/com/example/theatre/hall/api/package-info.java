/** What the hall is asked for, and what it tells. */
package com.example.theatre.hall.api;
