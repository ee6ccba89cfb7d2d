package dev.cleave.platform.web.shop;

import dev.cleave.platform.placement.BoundedContext;

/** A context made up for the tests of the HTTP room. */
@BoundedContext("shop")
public class Shop {}
