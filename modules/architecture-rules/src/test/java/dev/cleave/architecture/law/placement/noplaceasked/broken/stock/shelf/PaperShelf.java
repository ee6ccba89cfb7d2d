package dev.cleave.architecture.law.placement.noplaceasked.broken.stock.shelf;

import dev.cleave.architecture.law.Caught;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

@Component
@Profile("paper")
@Caught
class PaperShelf {}
