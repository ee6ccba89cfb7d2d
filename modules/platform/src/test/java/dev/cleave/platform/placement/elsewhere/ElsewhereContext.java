package dev.cleave.platform.placement.elsewhere;

import dev.cleave.platform.placement.BoundedContext;

/** A context that another unit holds. */
@BoundedContext(value = "elsewhere", upcasters = {CrateWeighedTo2.class, CrateWeighedTo3.class})
public class ElsewhereContext {}
