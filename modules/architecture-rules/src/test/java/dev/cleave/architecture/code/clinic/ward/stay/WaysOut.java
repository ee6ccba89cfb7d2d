package dev.cleave.architecture.code.clinic.ward.stay;

import dev.cleave.architecture.code.clinic.platform.RunOut;
import dev.cleave.architecture.code.clinic.ward.api.AskLaboratory;
import dev.cleave.architecture.code.clinic.ward.api.Discharge;
import dev.cleave.architecture.code.clinic.ward.api.GiveUpTest;
import dev.cleave.architecture.code.clinic.ward.api.Test;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class WaysOut {

    private record WayOut(String kind, Function<String, Object> way) implements RunOut {

        @Override
        public Object command(String subject) {
            return way.apply(subject);
        }
    }

    @Bean
    RunOut stay() {
        return new WayOut("stay", Discharge::new);
    }

    @Bean
    List<RunOut> tests() {
        List<RunOut> ends = new ArrayList<>();
        for (Test test : Test.values()) {
            ends.add(new WayOut(Laboratory.again(test), stay -> new AskLaboratory(stay, test)));
            if (test == Test.BLOOD) {
                ends.add(new WayOut(Laboratory.giveUp(Test.BLOOD), stay -> new GiveUpTest(stay, test)));
            }
        }
        return ends;
    }
}
