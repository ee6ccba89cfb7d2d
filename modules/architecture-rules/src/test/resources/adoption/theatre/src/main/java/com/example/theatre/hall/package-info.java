/** Which seats of a performance are taken. */
package com.example.theatre.hall;
