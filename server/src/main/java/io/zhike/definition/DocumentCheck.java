package io.zhike.definition;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.PathType;
import io.zhike.message.Issue;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Checks documents against the JSON Schema of their kind and says what is wrong as we say it. Thread-safe. */
final class DocumentCheck {
    private final Schema schema;
    private final SchemaViolation violation;

    DocumentCheck(ObjectNode source) {
        SchemaRegistryConfig config = SchemaRegistryConfig.builder()
                .pathType(PathType.JSON_POINTER)
                .formatAssertionsEnabled(true)
                .build();
        this.schema = SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_2020_12, registry -> registry.schemaRegistryConfig(config))
                .getSchema(source);
        this.violation = new SchemaViolation(source);
    }

    /** All places where {@code document} breaks the schema, each once. */
    List<Issue> check(JsonNode document) {
        List<Error> errors = schema.validate(document);
        return AlternativeForms.best(errors).stream()
                .map(violation::say)
                .distinct()
                .toList();
    }
}
