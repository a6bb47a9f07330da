package io.zhike.expression.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.expression.Checked;
import io.zhike.expression.Evaluator;
import io.zhike.expression.Expression;
import io.zhike.expression.Expressions;
import io.zhike.expression.Fixture;
import io.zhike.expression.RandomCompany;
import io.zhike.expression.RandomExpressions;
import io.zhike.expression.SameValue;
import io.zhike.expression.Type;
import io.zhike.message.Language;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Random expressions over random records give the same in memory and in PostgreSQL. */
class BackEndsAgreeTest {
    private static final int EXPRESSIONS = Integer.getInteger("expressions", 400);

    private final Expressions expressions = new Expressions();

    @ParameterizedTest
    @CsvSource({"Asia/Shanghai, 1", "America/New_York, 2", "Etc/GMT-8, 3", "+05:45, 4"})
    void randomExpressionsGiveTheSame(String zone, long seed) {
        Random random = new Random(seed + Long.getLong("seed", 0));
        Fixture fixture = Fixture.empty(zone);
        new RandomCompany(random).fill(fixture);
        RandomExpressions source = new RandomExpressions(random, fixture);
        int checked = 0;
        try (FixtureTables tables = new FixtureTables(fixture, "agree" + seed)) {
            for (int i = 0; i < EXPRESSIONS; i++) {
                String text = i % 3 == 0 ? source.condition() : source.next();
                Checked outcome = expressions.check(text, "customer", fixture);
                if (outcome.expression().isPresent()) {
                    checked++;
                    agree(text, outcome.orThrow(), fixture, tables, i % 2 == 0);
                } else {
                    assertThat(outcome.problems())
                            .as(text)
                            .allMatch(p -> p.message().code().code().matches("too-.*|unknown-option"));
                }
            }
        }
        assertThat(checked).isGreaterThan(EXPRESSIONS * 3 / 4);
    }

    private void agree(String text, Expression expression, Fixture fixture, FixtureTables tables, boolean folding) {
        assertThat(expressions
                        .check(expressions.toJson(expression), "customer", fixture)
                        .expression())
                .as("JSON of " + text)
                .contains(expression);
        String written = expressions.toText(expression, "customer", fixture, folding ? Language.ZH : Language.EN);
        assertThat(expressions.check(written, "customer", fixture).expression())
                .as(text + " written as " + written)
                .contains(expression);
        Map<UUID, Object> expected = new HashMap<>();
        fixture.records("customer").keySet().forEach(id -> expected.put(id, evaluated(expression, fixture, id)));
        Map<UUID, Object> values;
        try {
            values = tables.values(expression, "customer", folding);
        } catch (RuntimeException e) {
            throw new AssertionError(text + "\n" + tables.renderedValue(expression, "customer"), e);
        }
        expected.forEach((id, value) -> SameValue.assertSame(
                values.get(id), value, id + ": " + text + "\n" + tables.renderedValue(expression, "customer")));
        if (expression.type().equals(Type.BOOL)) {
            List<UUID> holding = expected.entrySet().stream()
                    .filter(e -> Boolean.TRUE.equals(e.getValue()))
                    .map(Map.Entry::getKey)
                    .toList();
            assertThat(tables.matching(expression, "customer"))
                    .as("where " + text)
                    .containsExactlyInAnyOrderElementsOf(holding);
            assertThat(tables.matching(new Expression.Not(expression), "customer"))
                    .as("where not " + text)
                    .hasSize(expected.size() - holding.size())
                    .noneMatch(holding::contains);
        }
    }

    private static Object evaluated(Expression expression, Fixture fixture, UUID id) {
        return new Evaluator().evaluate(expression, fixture.row("customer", id), fixture.environment());
    }
}
