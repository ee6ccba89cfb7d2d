package dev.cleave.inventory.product;

import dev.cleave.catalog.api.Sku;
import dev.cleave.inventory.api.AdjustStock;
import dev.cleave.inventory.api.ReceiveStock;
import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.ParameterResolver;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Looks up how a command's product stands, and hands that to a handler that has a parameter for it: the warehouse decides by a
 * value, and looks at no store itself.
 */
@Component
class StandingOfProduct implements ParameterResolverFactory, ParameterResolver<Standing> {

    private final ObjectProvider<Products> products;

    StandingOfProduct(ObjectProvider<Products> products) {
        this.products = products;
    }

    @Override
    public @Nullable ParameterResolver<Standing> createInstance(Executable handler, Parameter[] parameters, int index) {
        return parameters[index].getType() == Standing.class ? this : null;
    }

    @Override
    public Standing resolveParameterValue(Message<?> message) {
        Sku sku = product(message);
        return sku == null ? Standing.UNKNOWN : products.getObject().standing(sku);
    }

    @Override
    public boolean matches(Message<?> message) {
        return product(message) != null;
    }

    private static @Nullable Sku product(Message<?> message) {
        return switch (message.getPayload()) {
            case ReceiveStock receipt -> receipt.sku();
            case AdjustStock adjustment -> adjustment.sku();
            default -> null;
        };
    }
}
