package io.zhike.definition;

import io.zhike.message.Issue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The kinds of definition that this server knows, each with its schema compiled. */
final class DefinitionKinds {
    private final Map<String, Known> byName;

    /** @throws IllegalArgumentException where two kinds have the same name */
    DefinitionKinds(List<DefinitionKind> kinds) {
        this.byName = kinds.stream()
                .collect(Collectors.toMap(
                        DefinitionKind::kind,
                        Known::new,
                        (one, other) -> {
                            throw new IllegalArgumentException("two kinds '" + one.kind.kind() + "'");
                        },
                        TreeMap::new));
    }

    List<String> names() {
        return List.copyOf(byName.keySet());
    }

    Optional<DefinitionKind> find(String kind) {
        return Optional.ofNullable(byName.get(kind)).map(Known::kind);
    }

    /** @throws io.zhike.message.ProblemException where there is no such kind */
    DefinitionKind get(String kind) {
        return known(kind).kind;
    }

    /** A copy of the kind's JSON Schema. */
    ObjectNode schema(String kind) {
        return known(kind).shape().schema().deepCopy();
    }

    /** Where {@code document} breaks the schema of its kind. */
    List<Issue> checkShape(String kind, JsonNode document) {
        return known(kind).shape().check().check(document);
    }

    private Known known(String kind) {
        Known known = byName.get(kind);
        if (known == null) {
            throw DefinitionError.UNKNOWN_KIND.problem(kind, String.join(", ", byName.keySet()));
        }
        return known;
    }

    /** A kind, and its schema, which is asked for when it is needed first: what it is made of may need definitions itself. */
    private static final class Known {
        private final DefinitionKind kind;
        private @Nullable Shape shape;

        Known(DefinitionKind kind) {
            this.kind = kind;
        }

        DefinitionKind kind() {
            return kind;
        }

        synchronized Shape shape() {
            Shape made = shape;
            if (made == null) {
                ObjectNode schema = kind.schema();
                made = new Shape(schema, new DocumentCheck(schema));
                shape = made;
            }
            return made;
        }
    }

    private record Shape(ObjectNode schema, DocumentCheck check) {}
}
