package dev.cleave.platform.messaging.garage;

import dev.cleave.platform.placement.BoundedContext;

@BoundedContext("garage")
public class GarageContext {}
