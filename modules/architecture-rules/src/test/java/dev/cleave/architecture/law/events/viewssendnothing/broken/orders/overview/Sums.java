package dev.cleave.architecture.law.events.viewssendnothing.broken.orders.overview;

import dev.cleave.architecture.law.words.View;

@View("sums")
class Sums extends Base {}
