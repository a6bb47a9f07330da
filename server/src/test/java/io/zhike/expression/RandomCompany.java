package io.zhike.expression;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** Random values of every type, chosen where back ends are most likely to disagree, and records made of them. */
public final class RandomCompany {
    private static final List<String> TEXTS = List.of(
            "a", "Ab", "ab", "知客", "知客CRM", "😀", "～", "50%", "a_b\\", " x　", "1,234.5", "-7", "0", "Zz-é É", "北京,上海,,",
            "\"", "abcabc", "é", "\u00a0", "０", "a\nb");
    private static final List<String> NUMBERS = List.of(
            "0",
            "1",
            "-1",
            "2",
            "3",
            "7",
            "10",
            "-2.5",
            "0.5",
            "0.0000000001",
            "-0.00000000005",
            "99999999999999999999.9999999999",
            "-123456789.987654321",
            "1000000",
            "0.1",
            "33.333333333333",
            "2.345",
            "-0.125",
            "1e-15",
            "12345678901234567890123456789012345678");
    private static final List<String> DATES = List.of(
            "2026-01-31",
            "2024-02-29",
            "2026-02-28",
            "2026-11-22",
            "2026-11-21",
            "1999-12-31",
            "0001-01-01",
            "9999-12-31",
            "1969-12-31",
            "2000-01-01",
            "2026-03-29",
            "1986-05-04");
    private static final List<String> INSTANTS = List.of(
            "2026-11-21T16:00:00Z",
            "2026-11-21T15:59:59.999999Z",
            "2026-03-08T07:00:00Z",
            "2026-11-01T05:30:00Z",
            "2026-11-01T06:30:00Z",
            "1969-12-31T23:59:59.5Z",
            "2024-02-29T12:00:00Z",
            "1900-01-01T00:00:00Z",
            "2026-12-31T16:00:00Z");
    private static final List<String> DURATIONS =
            List.of("PT0S", "PT1S", "-PT0.5S", "PT24H", "PT36H", "-PT1H", "PT0.000001S", "PT8639999999S", "-P99999D");

    private final Random random;

    public RandomCompany(Random random) {
        this.random = random;
    }

    <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /** A value that is not blank. */
    Object value(Type type) {
        return switch (type) {
            case Type.Text _ -> pick(TEXTS);
            case Type.Number _ -> number();
            case Type.Bool _ -> random.nextBoolean();
            case Type.Date _ ->
                random.nextBoolean()
                        ? LocalDate.parse(pick(DATES))
                        : LocalDate.of(2026, 11, 22).plusDays(random.nextInt(-800, 400));
            case Type.DateTime _ ->
                random.nextBoolean()
                        ? Instant.parse(pick(INSTANTS))
                        : Instant.parse("2026-11-22T01:30:00Z").plusSeconds(random.nextInt(-60_000_000, 30_000_000));
            case Type.Duration _ -> Duration.parse(pick(DURATIONS));
            case Type.Member _ -> id("a", 1 + random.nextInt(3));
            case Type.Department _ -> id("d", 1 + random.nextInt(3));
            case Type.RecordOf _ -> id("c", 1 + random.nextInt(9));
            case Type.ListOf(Type element) -> {
                List<Object> items = new ArrayList<>();
                for (int i = random.nextInt(3); i >= 0; i--) {
                    items.add(value(element));
                }
                yield items;
            }
            case Type.Blank _ -> throw new IllegalArgumentException("blank");
        };
    }

    private BigDecimal number() {
        return switch (random.nextInt(3)) {
            case 0 ->
                new BigDecimal(new BigInteger(60, random).subtract(BigInteger.ONE.shiftLeft(59)), random.nextInt(12));
            case 1 -> BigDecimal.valueOf(random.nextInt(-50, 200));
            default -> new BigDecimal(pick(NUMBERS));
        };
    }

    private static UUID id(String kind, int number) {
        return UUID.fromString("00000000-0000-7000-8000-0000000000" + kind + number);
    }

    /** Nine customers with up to three orders each and up to two lines on each order. */
    public void fill(Fixture fixture) {
        for (int c = 1; c <= 9; c++) {
            UUID customer = id("c", c);
            fixture.put("customer", customer, record(fixture, "customer"));
            for (int o = random.nextInt(4); o > 0; o--) {
                UUID order = new UUID(random.nextLong(), random.nextLong());
                Map<String, Object> values = record(fixture, "order");
                values.put("customer", customer);
                fixture.put("order", order, values);
                for (int l = random.nextInt(3); l > 0; l--) {
                    Map<String, Object> line = record(fixture, "line");
                    line.put("order", order);
                    fixture.put("line", new UUID(random.nextLong(), random.nextLong()), line);
                }
            }
        }
    }

    private Map<String, Object> record(Fixture fixture, String entity) {
        Map<String, Object> values = new HashMap<>();
        fixture.entities().get(entity).values().forEach(field -> {
            Symbol symbol = field.symbol();
            if (field.link() != null || random.nextInt(4) == 0) {
                return;
            }
            Type element = Types.element(symbol.type());
            if (field.column().equals("integer")) {
                values.put(symbol.code(), BigDecimal.valueOf(random.nextInt(-5, 6)));
            } else if (symbol.options().isEmpty()) {
                values.put(symbol.code(), value(symbol.type()));
            } else {
                List<String> codes = List.copyOf(symbol.options().keySet());
                values.put(
                        symbol.code(), element.equals(symbol.type()) ? pick(codes) : List.of(pick(codes), pick(codes)));
            }
        });
        return values;
    }
}
