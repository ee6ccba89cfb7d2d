package dev.cleave.platform.placement;

import java.util.Map;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Matches a registration class whose context this process's unit holds. */
final class HeldByThisProcess implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        Map<String, Object> attributes = metadata.getAnnotationAttributes(BoundedContext.class.getName());
        if (attributes == null) {
            return false;
        }
        return Placement.of(context.getEnvironment()).holds((String) attributes.get("value"));
    }
}
