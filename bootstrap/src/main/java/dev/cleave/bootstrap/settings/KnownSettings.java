package dev.cleave.bootstrap.settings;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.configurationmetadata.ConfigurationMetadataGroup;
import org.springframework.boot.configurationmetadata.ConfigurationMetadataProperty;
import org.springframework.boot.configurationmetadata.ConfigurationMetadataRepository;
import org.springframework.boot.configurationmetadata.ConfigurationMetadataRepositoryJsonBuilder;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;

/**
 * The settings below {@code cleave}, of all contexts, as the build has described them in
 * {@code META-INF/spring-configuration-metadata.json}.
 */
final class KnownSettings {

    static final ConfigurationPropertyName ROOT = ConfigurationPropertyName.of("cleave");

    private static final String DESCRIPTION = "META-INF/spring-configuration-metadata.json";
    private static final String MAP = "java.util.Map<java.lang.String,";

    private final Map<ConfigurationPropertyName, ConfigurationMetadataProperty> settings;
    private final Collection<ConfigurationMetadataGroup> groups;

    private KnownSettings(ConfigurationMetadataRepository described) {
        settings = named(described.getAllProperties());
        groups = described.getAllGroups().values();
    }

    /** @throws IOException if the class path can't be read */
    static KnownSettings read(ClassLoader classes) throws IOException {
        ConfigurationMetadataRepositoryJsonBuilder builder = ConfigurationMetadataRepositoryJsonBuilder.create();
        for (URL resource : Collections.list(classes.getResources(DESCRIPTION))) {
            byte[] description = bytes(resource);
            if (new String(description, StandardCharsets.UTF_8).contains("\"" + ROOT + ".")) {
                builder.withJsonResource(new ByteArrayInputStream(description));
            }
        }
        return new KnownSettings(builder.build());
    }

    private static byte[] bytes(URL resource) throws IOException {
        try (InputStream in = resource.openStream()) {
            return in.readAllBytes();
        }
    }

    /** Whether somebody reads it: a setting by itself, an entry of one that is a list, or of one that has entries by name. */
    boolean contains(ConfigurationPropertyName name) {
        if (settings.containsKey(unindexed(name))) {
            return true;
        }
        for (int elements = name.getNumberOfElements() - 1; elements > ROOT.getNumberOfElements(); elements--) {
            ConfigurationMetadataProperty owner = settings.get(name.chop(elements));
            if (owner != null && owner.getType().startsWith(MAP)) {
                return isSettingOf(owner.getType().substring(MAP.length(), owner.getType().length() - 1),
                        name.subName(elements + 1));
            }
        }
        return false;
    }

    /** All by name. */
    Set<String> names() {
        return settings.keySet().stream().map(ConfigurationPropertyName::toString).collect(Collectors.toSet());
    }

    private boolean isSettingOf(String type, ConfigurationPropertyName name) {
        List<ConfigurationMetadataGroup> ofType = groups.stream()
                .filter(group -> group.getSources().values().stream().anyMatch(source -> type.equals(source.getType())))
                .toList();
        return ofType.isEmpty()
                || ofType.stream().anyMatch(group -> named(group.getProperties())
                        .containsKey(ConfigurationPropertyName.of(group.getId()).append(name)));
    }

    /** By names that are the same however they are written. */
    private static Map<ConfigurationPropertyName, ConfigurationMetadataProperty> named(
            Map<String, ConfigurationMetadataProperty> settings) {
        return settings.entrySet().stream()
                .collect(Collectors.toMap(setting -> ConfigurationPropertyName.of(setting.getKey()), Map.Entry::getValue));
    }

    private static ConfigurationPropertyName unindexed(ConfigurationPropertyName name) {
        ConfigurationPropertyName plain = name;
        while (plain.isLastElementIndexed()) {
            plain = plain.getParent();
        }
        return plain;
    }
}
