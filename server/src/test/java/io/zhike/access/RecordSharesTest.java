package io.zhike.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhike.store.Database;
import io.zhike.workspace.TestServer;
import io.zhike.workspace.TestWorkspace;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RecordSharesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final TestWorkspace COMPANY = TestServer.newWorkspace();
    private static final RecordShares SHARES =
            new RecordShares(COMPANY.workspace().schema());
    private static final Database DATABASE = TestServer.bean(Database.class);

    private static RecordShare share(UUID record, SharePrincipal with, ShareLevel level, LocalDate until) {
        return new RecordShare(UUID.randomUUID(), "lead", record, NOW, with, level, until, null, NOW);
    }

    private static void put(RecordShare share) {
        DATABASE.writing(ctx -> SHARES.put(ctx, share));
    }

    private static Set<UUID> reached(RowScope.Shared with) {
        return DATABASE.read(
                ctx -> Set.copyOf(ctx.fetch(SHARES.reached("lead", with, TODAY)).map(row -> row.value1())));
    }

    /** The statement and the check in memory agree on who is shared what, at which level, on which day. */
    @Test
    void reachesInMemoryWhatItsStatementSelects() {
        Random random = new Random(7);
        List<UUID> names =
                IntStream.range(0, 8).mapToObj(_ -> UUID.randomUUID()).toList();
        List<RecordShare> all = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            SharePrincipal.Kind kind = SharePrincipal.Kind.values()[random.nextInt(3)];
            boolean below = kind == SharePrincipal.Kind.DEPARTMENT && random.nextBoolean();
            LocalDate until = random.nextInt(3) == 0 ? null : TODAY.plusDays(random.nextInt(3) - 1);
            ShareLevel level = ShareLevel.values()[random.nextInt(2)];
            SharePrincipal with = new SharePrincipal(kind, names.get(random.nextInt(8)), below);
            all.add(share(UUID.randomUUID(), with, level, until));
            put(all.getLast());
        }
        for (int i = 0; i < 100; i++) {
            Set<UUID> direct = new HashSet<>(names.subList(random.nextInt(4), 4 + random.nextInt(2)));
            Set<UUID> above = new HashSet<>(names.subList(5, 5 + random.nextInt(4)));
            RowScope.Shared with =
                    new RowScope.Shared(new Audience(direct, above), ShareLevel.values()[random.nextInt(2)]);
            assertThat(reached(with))
                    .as("%s", with)
                    .isEqualTo(all.stream()
                            .filter(share -> share.gives(with, TODAY))
                            .map(RecordShare::record)
                            .collect(Collectors.toSet()));
        }
    }

    @Test
    void aRecordHasOneShareWithEachWhichChanges() {
        UUID record = UUID.randomUUID();
        SharePrincipal ann = new SharePrincipal(SharePrincipal.Kind.MEMBER, UUID.randomUUID(), false);
        put(share(record, ann, ShareLevel.READ, TODAY));
        put(share(record, ann, ShareLevel.UPDATE, null));

        List<RecordShare> shares = DATABASE.read(ctx -> SHARES.of(ctx, "lead", record));
        assertThat(shares).hasSize(1);
        assertThat(shares.getFirst().level()).isEqualTo(ShareLevel.UPDATE);
        assertThat(shares.getFirst().until()).isNull();
    }

    @Test
    void sharesPassToASuccessorWhoKeepsWhatThereWas() {
        UUID leaver = UUID.randomUUID();
        UUID successor = UUID.randomUUID();
        UUID alone = UUID.randomUUID();
        UUID both = UUID.randomUUID();
        SharePrincipal from = new SharePrincipal(SharePrincipal.Kind.MEMBER, leaver, false);
        SharePrincipal to = new SharePrincipal(SharePrincipal.Kind.MEMBER, successor, false);
        put(share(alone, from, ShareLevel.UPDATE, null));
        put(share(both, from, ShareLevel.UPDATE, null));
        put(share(both, to, ShareLevel.READ, null));

        assertThat(DATABASE.<Integer>write(ctx -> SHARES.pass(ctx, leaver, successor)))
                .isEqualTo(2);

        RowScope.Shared change = new RowScope.Shared(new Audience(Set.of(successor), Set.of()), ShareLevel.UPDATE);
        assertThat(reached(change)).containsExactly(alone);
        assertThat(reached(new RowScope.Shared(change.audience(), ShareLevel.READ)))
                .containsExactlyInAnyOrder(alone, both);
        assertThat(DATABASE.<Long>read(ctx -> SHARES.countWith(ctx, leaver))).isZero();
    }
}
