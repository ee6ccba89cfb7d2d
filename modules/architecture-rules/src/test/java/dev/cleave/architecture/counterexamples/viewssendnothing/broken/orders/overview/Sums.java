package dev.cleave.architecture.counterexamples.viewssendnothing.broken.orders.overview;

import dev.cleave.architecture.counterexamples.words.View;

@View("sums")
class Sums extends Base {}
