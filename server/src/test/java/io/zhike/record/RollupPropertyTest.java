package io.zhike.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Roll-ups that follow change by change are what they would be if they were worked out anew. */
class RollupPropertyTest {
    private static final BigDecimal TAX = new BigDecimal("1.13");

    private final Ledger ledger = new Ledger();
    private final Random random = new Random(20261122);
    private final List<UUID> regions = new ArrayList<>();
    private final List<UUID> buyers = new ArrayList<>();
    private final List<UUID> living = new ArrayList<>();
    private final List<UUID> binned = new ArrayList<>();

    @Test
    void followEveryChangeOfTheirChildren() {
        for (int i = 0; i < 3; i++) {
            regions.add(only("region", Ledger.create("name", "r" + i)));
        }
        for (int i = 0; i < 5; i++) {
            buyers.add(only("buyer", Ledger.create("name", "b" + i, "region", regions.get(i % 3))));
        }
        for (int step = 0; step < 150; step++) {
            change();
            if (step % 25 == 24) {
                compare();
            }
        }
        compare();
    }

    private UUID only(String entity, RecordWrite write) {
        return ledger.write(entity, write).only().id();
    }

    private void change() {
        switch (random.nextInt(9)) {
            case 0, 1, 2 -> living.add(only("deal", new RecordWrite.Create(values())));
            case 3, 4 -> {
                if (!living.isEmpty()) {
                    // Twice in one batch: the second finds what the first left.
                    UUID id = any(living);
                    ledger.write(
                            "deal",
                            new RecordWrite.Update(id, java.util.Optional.empty(), values()),
                            Ledger.update(id, "paid", random.nextBoolean()));
                }
            }
            case 5 -> move(living, binned, id -> new RecordWrite.Delete(id, java.util.Optional.empty()));
            case 6 -> move(binned, living, RecordWrite.Restore::new);
            case 7 -> move(binned, new ArrayList<>(), RecordWrite.Purge::new);
            default ->
                ledger.write(
                        "buyer", Ledger.update(any(buyers), "region", random.nextInt(4) == 0 ? null : any(regions)));
        }
    }

    private void move(List<UUID> from, List<UUID> to, java.util.function.Function<UUID, RecordWrite> write) {
        if (!from.isEmpty()) {
            UUID id = any(from);
            ledger.write("deal", write.apply(id));
            from.remove(id);
            to.add(id);
        }
    }

    private UUID any(List<UUID> ids) {
        return ids.get(random.nextInt(ids.size()));
    }

    private RecordValues values() {
        return Ledger.values(
                "buyer",
                random.nextInt(5) == 0 ? null : any(buyers),
                "amount",
                random.nextInt(5) == 0 ? null : BigDecimal.valueOf(random.nextInt(100_000), 2),
                "talk",
                random.nextInt(3) == 0 ? null : Duration.ofSeconds(random.nextInt(5_000)),
                "paid",
                random.nextInt(4) == 0 ? null : (Object) random.nextBoolean());
    }

    private void compare() {
        List<RecordValues> deals = ledger.stored("deal").values().stream()
                .filter(deal -> deal.get("deleted_at") == null)
                .toList();
        Map<UUID, RecordValues> stored = ledger.stored("buyer");
        stored.forEach((id, buyer) -> {
            List<RecordValues> own =
                    deals.stream().filter(deal -> id.equals(deal.get("buyer"))).toList();
            List<BigDecimal> amounts = own.stream()
                    .map(deal -> (BigDecimal) deal.get("amount"))
                    .filter(Objects::nonNull)
                    .toList();
            BigDecimal sum = amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            BigDecimal bought = own.stream()
                    .filter(deal -> Boolean.TRUE.equals(deal.get("paid")) && deal.get("amount") != null)
                    .map(deal -> ((BigDecimal) Objects.requireNonNull(deal.get("amount"))).multiply(TAX))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            same(buyer.get("deals"), BigDecimal.valueOf(own.size()));
            same(buyer.get("bought"), bought);
            same(buyer.get("top"), amounts.stream().max(BigDecimal::compareTo).orElse(null));
            same(
                    buyer.get("mean"),
                    amounts.isEmpty()
                            ? null
                            : sum.divide(BigDecimal.valueOf(amounts.size()), 10, RoundingMode.HALF_UP));
            assertThat(buyer.get("talked"))
                    .isEqualTo(own.stream()
                            .map(deal -> (Duration) deal.get("talk"))
                            .filter(Objects::nonNull)
                            .reduce(Duration.ZERO, Duration::plus));
        });
        ledger.stored("region").forEach((id, region) -> {
            BigDecimal turnover = stored.values().stream()
                    .filter(buyer -> id.equals(buyer.get("region")))
                    .map(buyer -> (BigDecimal) Objects.requireNonNull(buyer.get("bought")))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            same(region.get("turnover"), turnover);
        });
    }

    /** To the places that an amount keeps. */
    private static void same(@Nullable Object kept, @Nullable BigDecimal anew) {
        if (anew == null) {
            assertThat(kept).isNull();
        } else {
            assertThat(((BigDecimal) Objects.requireNonNull(kept)).setScale(2, RoundingMode.HALF_UP))
                    .isEqualByComparingTo(anew.setScale(2, RoundingMode.HALF_UP));
        }
    }
}
