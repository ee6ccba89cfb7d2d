package dev.cleave.ordering.order;

import dev.cleave.ordering.order.OrderController.Destination;
import dev.cleave.platform.message.Country;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** Holds a destination against what is known of its country. */
class DeliverableCheck implements ConstraintValidator<Deliverable, Destination> {

    @Override
    public boolean isValid(Destination to, ConstraintValidatorContext context) {
        context.disableDefaultConstraintViolation();
        if (to.country() == null) {
            return true;
        }
        if (!Country.isCode(to.country())) {
            return wrong(context, "country", Countries.hint(to.country()));
        }
        boolean cityThere = !blank(to.city())
                || !Countries.needsCity(to.country())
                || wrong(context, "city", "must be given for " + to.country());
        boolean postcodeThere = !blank(to.postcode())
                || !Countries.needsPostcode(to.country())
                || wrong(context, "postcode", "must be given for " + to.country());
        return cityThere && postcodeThere;
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static boolean wrong(ConstraintValidatorContext context, String field, String message) {
        // A template is evaluated; of what the caller wrote only a country's code gets into one, and that is two letters.
        context.buildConstraintViolationWithTemplate(message).addPropertyNode(field).addConstraintViolation();
        return false;
    }
}
