/** Shows how full a performance is. */
package com.example.theatre.hall.plan;
