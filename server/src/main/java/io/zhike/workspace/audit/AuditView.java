package io.zhike.workspace.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zhike.audit.AuditCatalog;
import io.zhike.audit.StoredEntry;
import io.zhike.message.Language;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry as it is answered.
 *
 * @param action its code, such as {@code member-added}
 * @param label what the action is called
 * @param sentence what was done, by whom
 * @param who the name at that time; null for the system and strangers
 * @param seq null until it is sealed
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record AuditView(
        UUID id,
        Instant at,
        String action,
        String label,
        String sentence,
        @Nullable UUID member,
        @Nullable String who,
        String origin,
        String way,
        @Nullable String via,
        @Nullable String address,
        @Nullable String kind,
        @Nullable String object,
        @Nullable String title,
        List<AuditCatalog.Fact> facts,
        List<AuditCatalog.Change> changes,
        @Nullable Long seq,
        @Nullable String hash) {

    static AuditView of(AuditCatalog catalog, StoredEntry entry, Language language) {
        byte[] hash = entry.hash();
        return new AuditView(
                entry.id(),
                entry.at(),
                code(entry.action()),
                catalog.label(entry.action(), language),
                catalog.sentence(entry, language),
                entry.member(),
                entry.name(),
                entry.origin(),
                catalog.origin(entry.origin(), language),
                entry.via(),
                entry.address(),
                entry.kind(),
                entry.object(),
                entry.title(),
                catalog.facts(entry, language),
                catalog.changes(entry, language),
                entry.seq(),
                hash == null ? null : HexFormat.of().formatHex(hash));
    }

    /** The code by which an action of that name is asked for. */
    static String code(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The name that is stored for the action of that code. */
    static String name(String code) {
        return code.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
