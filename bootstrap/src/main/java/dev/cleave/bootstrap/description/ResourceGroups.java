package dev.cleave.bootstrap.description;

import io.swagger.v3.oas.models.tags.Tag;
import java.util.Comparator;
import java.util.List;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** The groups of HTTP resources in the order in which a shop works: from the product to the mail. */
@AutoConfiguration
public class ResourceGroups {

    private static final List<String> GROUPS =
            List.of("Products", "Stock", "Orders", "Customers", "Payments", "Shipments", "Mails", "Simulator");

    /** Groups by name, those that are not of the shop's work last. */
    public static final Comparator<String> ORDER = Comparator
            .comparingInt((String group) -> GROUPS.contains(group) ? GROUPS.indexOf(group) : GROUPS.size())
            .thenComparing(Comparator.naturalOrder());

    @Bean
    GlobalOpenApiCustomizer groupsInOrder() {
        return api -> {
            if (api.getTags() != null) {
                api.setTags(api.getTags().stream().sorted(Comparator.comparing(Tag::getName, ORDER)).toList());
            }
        };
    }
}
