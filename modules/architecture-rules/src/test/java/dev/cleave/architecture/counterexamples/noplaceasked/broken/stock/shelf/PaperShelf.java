package dev.cleave.architecture.counterexamples.noplaceasked.broken.stock.shelf;

import dev.cleave.architecture.counterexamples.Caught;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

@Component
@Profile("paper")
@Caught
class PaperShelf {}
