package dev.cleave.shipping;

import dev.cleave.platform.placement.BoundedContext;

@BoundedContext("shipping")
class ShippingContext {}
