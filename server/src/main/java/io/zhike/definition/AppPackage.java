package io.zhike.definition;

import java.util.Comparator;
import java.util.List;

/**
 * An app outside any workspace: its definition, all that belongs to it, and its sample data. As files: {@code app.yaml},
 * one YAML file per definition in folders by kind, {@code sample/*.csv} or {@code sample/*.yaml}; see {@link PackageFiles}.
 *
 * @param definitions all that belong to the app, without the app itself, by kind and code
 */
public record AppPackage(Definition app, List<Definition> definitions, List<SampleTable> samples) {

    public AppPackage {
        definitions = definitions.stream()
                .sorted(Comparator.comparing(Definition::key))
                .toList();
        samples = List.copyOf(samples);
    }

    public String code() {
        return app.key().code();
    }

    /** The app and all that belongs to it. */
    List<Definition> all() {
        return java.util.stream.Stream.concat(java.util.stream.Stream.of(app), definitions.stream())
                .toList();
    }
}
