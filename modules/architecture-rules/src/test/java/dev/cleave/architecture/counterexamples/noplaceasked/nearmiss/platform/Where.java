package dev.cleave.architecture.counterexamples.noplaceasked.nearmiss.platform;

import dev.cleave.architecture.counterexamples.words.Placement;
import org.springframework.core.env.Environment;

public class Where {

    public String[] profiles(Environment environment, Placement placement) {
        return placement.held().isEmpty() ? new String[0] : environment.getActiveProfiles();
    }
}
