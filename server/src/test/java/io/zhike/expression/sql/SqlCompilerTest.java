package io.zhike.expression.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.expression.Expression;
import io.zhike.expression.Expressions;
import io.zhike.expression.Fixture;
import io.zhike.expression.FunctionSpec;
import io.zhike.expression.Functions;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The SQL itself: columns bare enough for their indexes, values bound, and no argument computed too often. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SqlCompilerTest {
    private final Expressions expressions = new Expressions();
    private final Fixture fixture = Fixture.shared();
    private FixtureTables tables;

    @BeforeAll
    void open() {
        tables = new FixtureTables(fixture, "compiled");
    }

    @AfterAll
    void close() {
        tables.close();
    }

    private Expression tree(String text) {
        return expressions.check(text, "customer", fixture).orThrow();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "source = \"官网\" | \"source\" = cast(? as text)",
                "spent > 5000 AND spent <= 1 + 2 | (\"spent\" > ? and \"spent\" <= ?)",
                "rating >= 3 | \"rating\" >= ?",
                "source IN (\"官网\", \"展会\") | \"source\" = any(cast(cast(? as varchar[]) as text[]))",
                "owner = ME() | \"owner\" = cast(? as uuid)",
                "department IN MYDEPARTMENTS() | \"department\" = any(cast(cast(? as uuid[]) as uuid[]))",
                "INDEPARTMENT(department, MYDEPARTMENT()) | \"department\" = any(cast(cast(? as uuid[]) as uuid[]))",
                "created_at >= NOW() - DAYS(90) | \"created_at\" >= cast(? as timestamp with time zone)",
                "created_at = TODAY() | (\"created_at\" >= cast(? as timestamp with time zone) and \"created_at\" < cast(? as timestamp with time zone))",
                "created_at <= \"2026-10-31\" | \"created_at\" < cast(? as timestamp with time zone)",
                "BETWEEN(birthday, \"1990-01-01\", \"1999-12-31\") | (\"birthday\" >= cast(? as date) and \"birthday\" <= cast(? as date))",
                "CONTAINS(tags, \"vip\") | \"tags\" @> cast(array[cast(? as text)] as text[])",
                "STARTSWITH(phone, \"138\") | \"phone\" like ?",
                "CONTAINS(name, \"Acme\") | \"name\" collate \"C\" ilike ?",
                "name = \"\" | \"name\" is null",
                "NOT(ISBLANK(name)) | \"name\" is not null",
                "NOT(spent > 1 OR active) | ((\"spent\" > ?) is not true and (\"active\") is not true)",
                "active | \"active\"",
                "TRUE AND 1 = 2 | false",
            })
    void leavesColumnsBareAndBindsValues(String text, String sql) {
        assertThat(withoutParentheses(tables.rendered(tree(text), "customer"))).isEqualTo(withoutParentheses(sql));
    }

    /** jOOQ sets more of them than are needed. */
    private static String withoutParentheses(String sql) {
        return sql.replace("(", "").replace(")", "");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "source = \"官网\" | btree (source) | ",
                "spent >= 5000 | btree (spent) | ",
                "rating = 3 | btree (rating) | ",
                "created_at = TODAY() | btree (created_at) | ",
                "created_at >= NOW() - DAYS(90) | btree (created_at) | ",
                "source IN (\"官网\", \"展会\") | btree (source) | ",
                "name >= \"知\" | btree (name) | ",
                "STARTSWITH(phone, \"138\") | btree (phone) | ",
                "CONTAINS(tags, \"vip\") | gin (tags) | ",
                "\"vip\" IN tags | gin (tags) | ",
            })
    void isServedByAnIndex(String text, String index) {
        tables.sql().execute("create index used on compiled.customer using " + index);
        try {
            assertThat(tables.plan(tree(text), "customer")).contains("used");
        } finally {
            tables.sql().execute("drop index compiled.used");
        }
    }

    @Test
    void hasSqlForEachFunction() {
        Stream<String> operators = Stream.of("AND", "OR", "NOT", "CONCAT", "ANY", "ALL");
        Stream<String> environment =
                Stream.of("NOW", "TODAY", "ME", "MYDEPARTMENT", "MYDEPARTMENTS", "PERIODSTART", "PERIODEND");
        java.util.Set<String> others =
                new java.util.HashSet<>(Stream.concat(operators, environment).toList());
        assertThat(Functions.all())
                .filteredOn(spec -> !others.contains(spec.name()))
                .allSatisfy(spec -> assertThat(SqlFunctions.isKnown(spec.name()) || expands(spec))
                        .as(spec.name())
                        .isTrue());
    }

    private boolean expands(FunctionSpec spec) {
        return spec.examples().stream()
                .map(e -> tree(e.text()))
                .flatMap(SqlCompilerTest::calls)
                .filter(call -> call.function().equals(spec.name()))
                .anyMatch(call -> spec.expand(call).isPresent());
    }

    private static Stream<Expression.Call> calls(Expression tree) {
        Stream<Expression.Call> own = tree instanceof Expression.Call call ? Stream.of(call) : Stream.of();
        return Stream.concat(own, tree.parts().stream().flatMap(SqlCompilerTest::calls));
    }

    /** What the cost bound counts on: no function computes an argument more often than it tells. */
    @ParameterizedTest
    @CsvSource({
        "LEFT, name rating",
        "MASK, phone rating rating",
        "REPLACE, name rating rating note",
        "REPT, name rating",
        "PADLEFT, name rating note",
        "FIND, note name rating",
        "VALUE, name",
        "CHAR, rating",
        "TEXTBEFORE, name note",
        "ROUND, spent rating",
        "ROUNDUP, spent rating",
        "CEILING, spent rating",
        "MOD, spent rating",
        "POWER, spent rating",
        "SQRT, spent",
        "CLAMP, spent rating discount",
        "DATE, rating spent discount",
        "DATETIME, rating rating rating rating rating rating",
        "WEEKDAY, birthday rating",
        "WEEKNUM, birthday",
        "NETWORKDAYS, birthday signed_on",
        "WORKDAY, birthday rating",
        "EDATE, birthday rating",
        "NTH, tags rating",
        "NULLIF, spent rating",
        "BETWEEN, spent rating discount",
        "EOMONTH, birthday rating",
        "SUBSTITUTE, name note phone"
    })
    void computesNoArgumentMoreOftenThanTold(String function, String fields) {
        String call = function + "(" + String.join(", ", fields.split(" ")) + ")";
        String sql = tables.renderedValue(tree(call), "customer");
        long most = Arrays.stream(fields.split(" "))
                .distinct()
                .mapToLong(field -> (sql.length()
                                - sql.replace("\"" + field + "\"", "").length())
                        / (field.length() + 2)
                        / Arrays.stream(fields.split(" ")).filter(field::equals).count())
                .max()
                .orElseThrow();
        FunctionSpec spec = Functions.find(function).orElseThrow();
        assertThat(most).as(sql).isLessThanOrEqualTo(spec.repeats());
    }
}
