package io.zhike.expression.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.expression.Checked;
import io.zhike.expression.Evaluator;
import io.zhike.expression.Expression;
import io.zhike.expression.Expressions;
import io.zhike.expression.Fixture;
import io.zhike.expression.Functions;
import io.zhike.expression.VectorValues;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The vectors of {@code spec/expression/} hold for the evaluator and for PostgreSQL, and their trees are what the
 * checker makes today. With {@code -Dvectors.write=true} trees, types and missing outcomes are written into the files,
 * to be read over before they are committed.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VectorsTest {
    private static final boolean WRITE = Boolean.getBoolean("vectors.write");
    private static final List<String> FILES =
            List.of("blank", "number", "text", "date", "list", "member", "aggregate", "condition", "refused");

    private final Expressions expressions = new Expressions();
    private final Fixture fixture = Fixture.shared();
    private FixtureTables tables;

    @BeforeAll
    void open() {
        tables = new FixtureTables(fixture, "vectors");
    }

    @AfterAll
    void close() {
        tables.close();
    }

    @TestFactory
    Stream<DynamicTest> vectorsHold() throws IOException {
        if (WRITE) {
            for (String file : FILES) {
                write(file);
            }
            write("functions", functions());
        }
        return Stream.concat(FILES.stream(), Stream.of("functions")).flatMap(this::tests);
    }

    @Test
    void functionVectorsAreThoseOfTheCatalogue() {
        assertThat(read("functions")).isEqualTo(functions());
    }

    @Test
    void everyFileIsRun() throws IOException {
        try (Stream<Path> files = Files.list(Fixture.folder())) {
            assertThat(files.map(f -> f.getFileName().toString().replace(".json", "")))
                    .containsExactlyInAnyOrderElementsOf(
                            Stream.concat(FILES.stream(), Stream.of("fixture", "functions", "README.md"))
                                    .toList());
        }
    }

    private Stream<DynamicTest> tests(String file) {
        JsonNode json = read(file);
        String entity = json.get("entity").stringValue();
        return json.get("cases")
                .valueStream()
                .map(one -> DynamicTest.dynamicTest(
                        file + ": " + (one.has("text") ? one.get("text").stringValue() : one.get("condition")),
                        () -> holds(one, entity)));
    }

    private void holds(JsonNode one, String entity) {
        Checked checked = check(one, entity);
        if (one.has("problems")) {
            assertThat(problems(checked)).isEqualTo(one.get("problems"));
            return;
        }
        assertThat(checked.problems()).isEmpty();
        Expression expression = checked.orThrow();
        assertThat(expressions.toJson(expression)).isEqualTo(one.get("tree"));
        assertThat(expressions.check(one.get("tree"), entity, fixture).expression())
                .contains(expression);
        assertThat(expression.type().code()).isEqualTo(one.get("type").stringValue());
        assertThat(evaluated(expression, entity)).isEqualTo(one.get("values"));
        for (boolean folding : new boolean[] {true, false}) {
            Map<UUID, Object> values = tables.values(expression, entity, folding);
            ArrayNode found = Fixture.JSON.createArrayNode();
            fixture.records(entity).keySet().forEach(id -> found.add(VectorValues.json(values.get(id))));
            assertThat(found).as(tables.renderedValue(expression, entity)).isEqualTo(one.get("values"));
        }
    }

    private Checked check(JsonNode one, String entity) {
        return one.has("text")
                ? expressions.check(one.get("text").stringValue(), entity, fixture)
                : expressions.check(one.get("condition"), entity, fixture);
    }

    private JsonNode evaluated(Expression expression, String entity) {
        ArrayNode values = Fixture.JSON.createArrayNode();
        for (UUID id : fixture.records(entity).keySet()) {
            values.add(VectorValues.json(
                    new Evaluator().evaluate(expression, fixture.row(entity, id), fixture.environment())));
        }
        return values;
    }

    private static JsonNode problems(Checked checked) {
        ArrayNode problems = Fixture.JSON.createArrayNode();
        checked.problems()
                .forEach(p -> problems.addObject()
                        .put("code", p.message().code().code())
                        .put("from", p.from())
                        .put("to", p.to()));
        return problems;
    }

    // ---- files

    private static JsonNode read(String file) {
        try {
            return Fixture.JSON.readTree(Files.readString(Fixture.folder().resolve(file + ".json")));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private JsonNode functions() {
        ObjectNode json = Fixture.JSON.createObjectNode().put("entity", "customer");
        ArrayNode cases = json.putArray("cases");
        Functions.all()
                .forEach(spec -> spec.examples().forEach(example -> {
                    ObjectNode one =
                            cases.addObject().put("function", spec.name()).put("text", example.text());
                    complete(one, "customer");
                }));
        return json;
    }

    private void write(String file) throws IOException {
        JsonNode json = read(file);
        json.get("cases")
                .forEach(one -> complete((ObjectNode) one, json.get("entity").stringValue()));
        write(file, json);
    }

    private void complete(ObjectNode one, String entity) {
        Checked checked = check(one, entity);
        if (checked.expression().isEmpty()) {
            one.set("problems", problems(checked));
            return;
        }
        Expression expression = checked.orThrow();
        one.put("type", expression.type().code());
        if (!one.has("values")) {
            one.set("values", evaluated(expression, entity));
        }
        one.set("tree", expressions.toJson(expression));
    }

    /** One case a line, so that a change is seen for what it is. */
    private static void write(String file, JsonNode json) throws IOException {
        StringBuilder text = new StringBuilder("{\"entity\": " + json.get("entity") + ", \"cases\": [");
        String separator = "\n";
        for (JsonNode one : json.get("cases")) {
            text.append(separator).append("  ").append(one);
            separator = ",\n";
        }
        Files.writeString(Fixture.folder().resolve(file + ".json"), text.append("\n]}\n"));
    }
}
