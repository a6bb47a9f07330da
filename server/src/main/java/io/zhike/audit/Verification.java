package io.zhike.audit;

import io.zhike.store.WorkspaceSchema;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One walk along a chain, from where it begins to where the system's schema says that it ends. */
final class Verification {
    private static final int PAGE = 5_000;

    private final DSLContext ctx;
    private final WorkspaceSchema schema;
    private final @Nullable NotedEnd noted;
    private final Links links = new Links();
    private boolean removalTold;
    private boolean notedMet;

    Verification(DSLContext ctx, WorkspaceSchema schema, @Nullable NotedEnd noted) {
        this.ctx = ctx;
        this.schema = schema;
        this.noted = noted;
    }

    Verdict run() {
        Optional<Anchor> anchor = Anchor.find(ctx, schema);
        if (anchor.isEmpty()) {
            boolean sealed = ctx.fetchExists(AuditRows.in(schema), AuditRows.SEQ.isNotNull());
            return sealed || noted != null
                    ? new Verdict.Broken(1, Verdict.Why.NO_ANCHOR)
                    : new Verdict.Holds(1, 0, HexFormat.of().formatHex(links.origin(schema.name())), waiting());
        }
        return walk(anchor.get());
    }

    private Verdict walk(Anchor anchor) {
        long seq = anchor.baseSeq();
        byte[] hash = anchor.baseHash();
        boolean whole = seq > 0 || Arrays.equals(hash, links.origin(schema.name()));
        if (!whole) {
            return new Verdict.Broken(1, Verdict.Why.CHANGED);
        }
        if (noted != null && noted.seq() == seq && isOther(noted, hash)) {
            return new Verdict.Broken(seq, Verdict.Why.NOT_AS_NOTED);
        }
        removalTold = seq == 0;
        notedMet = noted == null || noted.seq() <= seq;
        List<StoredEntry> page = page(AuditRows.SEQ.isNotNull());
        while (!page.isEmpty()) {
            for (StoredEntry entry : page) {
                Verdict.Why wrong = wrong(entry, seq + 1, hash);
                if (wrong != null) {
                    return new Verdict.Broken(wrong == Verdict.Why.TWICE ? seq : seq + 1, wrong);
                }
                hash = hashOf(entry);
                seq++;
                look(anchor, entry, seq);
                if (noted != null && noted.seq() == seq && isOther(noted, hash)) {
                    return new Verdict.Broken(seq, Verdict.Why.NOT_AS_NOTED);
                }
            }
            page = after(seq);
        }
        return end(anchor, seq, hash);
    }

    private Verdict.@Nullable Why wrong(StoredEntry entry, long expected, byte[] before) {
        long seq = entry.seq() == null ? 0 : entry.seq();
        if (seq != expected) {
            return seq < expected ? Verdict.Why.TWICE : Verdict.Why.MISSING;
        }
        return Arrays.equals(hashOf(entry), links.next(before, seq, entry)) ? null : Verdict.Why.CHANGED;
    }

    private void look(Anchor anchor, StoredEntry entry, long seq) {
        notedMet |= noted != null && noted.seq() == seq;
        if (!removalTold && entry.action().equals(LogAction.LOG_REMOVED.name())) {
            JsonNode detail = JsonMapper.shared().readTree(entry.detail());
            removalTold = detail.path(AuditWord.UP_TO.code()).asLong(0) == anchor.baseSeq()
                    && detail.path(AuditWord.HASH.code())
                            .asString("")
                            .equals(HexFormat.of().formatHex(anchor.baseHash()));
        }
    }

    private Verdict end(Anchor anchor, long seq, byte[] hash) {
        if (seq < anchor.seq() || !notedMet) {
            return new Verdict.Broken(seq, Verdict.Why.CUT_OFF);
        }
        if (seq > anchor.seq() || !Arrays.equals(hash, anchor.hash())) {
            return new Verdict.Broken(Math.min(seq, anchor.seq() + 1), Verdict.Why.CHANGED);
        }
        if (!removalTold) {
            return new Verdict.Broken(anchor.baseSeq() + 1, Verdict.Why.REMOVED_UNTOLD);
        }
        return new Verdict.Holds(anchor.baseSeq() + 1, seq, HexFormat.of().formatHex(hash), waiting());
    }

    private long waiting() {
        return ctx.fetchCount(AuditRows.in(schema), AuditRows.SEQ.isNull());
    }

    /** Two rows of one number may fall on two pages: each page begins with the last number of the one before it. */
    private List<StoredEntry> after(long seq) {
        List<StoredEntry> page = page(AuditRows.SEQ.ge(seq));
        return page.isEmpty() ? page : page.subList(1, page.size());
    }

    private List<StoredEntry> page(Condition where) {
        return ctx.select(AuditRows.all())
                .from(AuditRows.in(schema))
                .where(where)
                .orderBy(AuditRows.SEQ, AuditRows.AT, AuditRows.ID)
                .limit(PAGE + 1)
                .fetch(AuditRows::of);
    }

    private static boolean isOther(NotedEnd noted, byte[] hash) {
        return !HexFormat.of().formatHex(hash).equals(noted.hash());
    }

    private static byte[] hashOf(StoredEntry entry) {
        byte[] hash = entry.hash();
        return hash == null ? new byte[0] : hash;
    }
}
