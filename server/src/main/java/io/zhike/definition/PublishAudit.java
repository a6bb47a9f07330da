package io.zhike.definition;

import io.zhike.audit.AuditEntry;
import io.zhike.audit.AuditWord;
import io.zhike.message.Language;
import io.zhike.workspace.Workspace;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a publish did, for the audit log: which definitions, and inside those that were changed what was and what is. */
final class PublishAudit {
    private static final int MOST_ELEMENTS = 100;
    private static final int LONGEST_VALUE = 400;

    private PublishAudit() {}

    static AuditEntry of(Workspace workspace, long revision, List<DefinitionChange> changes) {
        AuditEntry entry = AuditEntry.of(DefinitionAction.PUBLISHED, "revision", revision, Long.toString(revision))
                .with(AuditWord.REVISION, revision)
                .with(AuditWord.ADDED, named(workspace, changes, DefinitionChange.How.ADDED))
                .with(AuditWord.CHANGED, named(workspace, changes, DefinitionChange.How.CHANGED))
                .with(AuditWord.REMOVED, named(workspace, changes, DefinitionChange.How.REMOVED));
        int told = 0;
        for (DefinitionChange change : changes) {
            for (ElementChange element : change.elements()) {
                if (told++ < MOST_ELEMENTS) {
                    String place = element.after() == null ? element.before() : element.after();
                    entry = entry.changed(
                            change.key() + "." + (place == null ? element.element() : place),
                            text(element.was()),
                            text(element.is()));
                }
            }
        }
        return entry;
    }

    /** Such as {@code 客户 (entity/customer)}. */
    private static List<String> named(Workspace workspace, List<DefinitionChange> changes, DefinitionChange.How how) {
        Language language = workspace.language();
        return changes.stream()
                .filter(change -> change.how() == how)
                .map(change -> change.label().in(language) + " (" + change.key() + ")")
                .toList();
    }

    private static @Nullable String text(@Nullable JsonNode value) {
        if (value == null || value.isNull()) {
            return null;
        }
        String text = value.isString() ? value.asString() : value.toString();
        return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE - 1) + "…";
    }
}
