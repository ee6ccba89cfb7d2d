package dev.cleave.payment.provider;

import dev.cleave.payment.api.AskProviderAgain;
import dev.cleave.payment.api.GiveUpOnProvider;
import dev.cleave.payment.api.PaymentId;
import dev.cleave.payment.api.ProviderOperation;
import dev.cleave.platform.waiting.WaitRunOut;
import java.util.function.Function;
import org.springframework.beans.factory.BeanRegistrar;
import org.springframework.beans.factory.BeanRegistry;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ProviderProperties.class)
@Import(ProviderConfiguration.EndsOfQuestions.class)
class ProviderConfiguration {

    /** What follows when a question has rested long enough, and when its deadline has come. */
    record EndOfQuestion(String kind, Function<PaymentId, Object> next) implements WaitRunOut {

        static EndOfQuestion rest(ProviderOperation operation) {
            return new EndOfQuestion(
                    OpenQuestions.askAgain(operation), payment -> new AskProviderAgain(payment, operation));
        }

        static EndOfQuestion deadline(ProviderOperation operation) {
            return new EndOfQuestion(OpenQuestions.giveUp(operation), payment -> new GiveUpOnProvider(payment, operation));
        }

        @Override
        public Object command(String subject) {
            return next.apply(new PaymentId(subject));
        }
    }

    static class EndsOfQuestions implements BeanRegistrar {

        @Override
        public void register(BeanRegistry registry, Environment environment) {
            for (ProviderOperation operation : ProviderOperation.values()) {
                register(registry, EndOfQuestion.rest(operation));
                register(registry, EndOfQuestion.deadline(operation));
            }
        }

        private static void register(BeanRegistry registry, EndOfQuestion end) {
            registry.registerBean(end.kind(), EndOfQuestion.class, bean -> bean.supplier(context -> end));
        }
    }
}
