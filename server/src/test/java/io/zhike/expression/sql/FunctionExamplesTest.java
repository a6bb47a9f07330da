package io.zhike.expression.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.expression.Checked;
import io.zhike.expression.Evaluator;
import io.zhike.expression.Expression;
import io.zhike.expression.Expressions;
import io.zhike.expression.Fixture;
import io.zhike.expression.FunctionSpec;
import io.zhike.expression.Functions;
import io.zhike.expression.SameValue;
import io.zhike.message.Language;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** The catalogue is complete, and what it tells of each function is so in both back ends. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FunctionExamplesTest {
    private static final UUID RECORD = UUID.fromString("00000000-0000-7000-8000-0000000000c1");

    private final Expressions expressions = new Expressions();
    private final Fixture fixture = Fixture.shared();
    private FixtureTables tables;

    @BeforeAll
    void open() {
        tables = new FixtureTables(fixture, "examples");
    }

    @AfterAll
    void close() {
        tables.close();
    }

    @Test
    void offersAtLeastNinetyFunctions() {
        assertThat(Functions.all()).hasSizeGreaterThanOrEqualTo(90);
    }

    @TestFactory
    Stream<DynamicTest> eachFunctionTellsAllAboutItself() {
        return Functions.all().stream()
                .map(spec -> DynamicTest.dynamicTest(spec.name(), () -> {
                    for (Language language : Language.values()) {
                        assertThat(spec.title().in(language)).isNotBlank();
                        assertThat(spec.description().in(language)).hasSizeGreaterThan(3);
                    }
                    assertThat(spec.signatures()).isNotEmpty();
                    boolean onlyChildren = List.of("ANY", "ALL").contains(spec.name());
                    assertThat(spec.examples().isEmpty()).isEqualTo(onlyChildren);
                }));
    }

    @TestFactory
    Stream<DynamicTest> examplesGiveWhatTheyTellInBothBackEnds() {
        return Functions.all().stream()
                .flatMap(spec -> spec.examples().stream()
                        .map(example -> DynamicTest.dynamicTest(
                                example.text() + " = " + example.answer(), () -> holds(spec, example))));
    }

    private void holds(FunctionSpec spec, FunctionSpec.Example example) {
        Expression asked = checked(example.text());
        Object answer = evaluated(checked(example.answer()));
        assertThat(example.text().toUpperCase(java.util.Locale.ROOT))
                .containsAnyOf(Stream.concat(Stream.of(spec.name()), spec.aliases().stream())
                        .toArray(String[]::new));
        SameValue.assertSame(evaluated(asked), answer, "in memory");
        for (boolean folding : new boolean[] {true, false}) {
            Object value = tables.values(asked, "customer", folding).get(RECORD);
            SameValue.assertSame(
                    value, answer, (folding ? "folded " : "unfolded ") + tables.renderedValue(asked, "customer"));
        }
    }

    private Expression checked(String text) {
        Checked checked = expressions.check(text, "customer", fixture);
        assertThat(checked.problems()).as(text).isEmpty();
        return checked.orThrow();
    }

    private Object evaluated(Expression expression) {
        return new Evaluator().evaluate(expression, fixture.row("customer", RECORD), fixture.environment());
    }
}
