package io.zhike.api;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** All that can be wrong with an OpenAPI document: its shape, references that lead nowhere, names given twice. */
final class DocumentShape {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");
    private static final Pattern VARIABLE = Pattern.compile("\\{([^}]+)}");
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final Schema SHAPE = REGISTRY.getSchema(yaml("/api/openapi-3.1.schema.yaml"));

    private final JsonNode document;
    private final List<String> problems = new ArrayList<>();

    private DocumentShape(JsonNode document) {
        this.document = document;
    }

    /** What is wrong with {@code document}, nothing where it is a valid one. */
    static List<String> problems(JsonNode document) {
        DocumentShape shape = new DocumentShape(document);
        SHAPE.validate(document).stream().map(Error::toString).forEach(shape.problems::add);
        shape.references(document);
        shape.names();
        return shape.problems;
    }

    /** What is wrong with {@code value} by the schema {@code name} of {@code document}. */
    static List<String> problems(JsonNode document, String name, JsonNode value) {
        ObjectNode root = document.deepCopy().asObject();
        root.put("$ref", "#/components/schemas/" + name);
        return REGISTRY.getSchema(root).validate(value).stream()
                .map(Error::toString)
                .toList();
    }

    private static ObjectNode yaml(String resource) {
        try (InputStream in = DocumentShape.class.getResourceAsStream(resource)) {
            return (ObjectNode) YAMLMapper.shared().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void references(JsonNode node) {
        String reference = node.path("$ref").asString("");
        if (!reference.isEmpty()
                && (!reference.startsWith("#/")
                        || document.at(reference.substring(1)).isMissingNode())) {
            problems.add(reference + " leads nowhere");
        }
        node.forEach(this::references);
    }

    private void names() {
        Set<String> operations = new HashSet<>();
        document.path("paths").properties().forEach(path -> {
            Set<String> wanted = new TreeSet<>();
            Matcher variables = VARIABLE.matcher(path.getKey());
            while (variables.find()) {
                wanted.add(variables.group(1));
            }
            Set<String> told = new TreeSet<>();
            path.getValue().path("parameters").forEach(parameter -> {
                JsonNode found = parameter.has("$ref")
                        ? document.at(parameter.path("$ref").asString().substring(1))
                        : parameter;
                if (found.path("in").asString().equals("path")) {
                    told.add(found.path("name").asString());
                }
            });
            if (!wanted.equals(told)) {
                problems.add(path.getKey() + " tells of the parameters " + told);
            }
            path.getValue().properties().stream()
                    .filter(entry -> METHODS.contains(entry.getKey()))
                    .map(entry -> entry.getValue().path("operationId").asString(""))
                    .filter(id -> !operations.add(id))
                    .forEach(id -> problems.add(id + " is the name of two operations"));
        });
    }
}
