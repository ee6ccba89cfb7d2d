package dev.cleave.catalog;

import dev.cleave.platform.placement.BoundedContext;

@BoundedContext("catalog")
class CatalogContext {}
