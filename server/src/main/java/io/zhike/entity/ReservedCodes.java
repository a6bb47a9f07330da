package io.zhike.entity;

import java.util.Set;

/** Codes that fields and entities cannot have. */
final class ReservedCodes {
    /** The tables that every workspace has beside its entities, those of modules to come included. */
    private static final Set<String> TABLES = Set.of(
            "account",
            "autonumber",
            "batch",
            "change",
            "counter",
            "definition",
            "department",
            "draft",
            "entity",
            "event",
            "feed",
            "field_trash",
            "file",
            "flyway_schema_history",
            "idempotency",
            "identity",
            "import",
            "import_row",
            "job",
            "member",
            "member_department",
            "member_group",
            "member_group_member",
            "migration",
            "notification",
            "outbox",
            "position",
            "publish",
            "reader",
            "refused_row",
            "revision",
            "role",
            "schema_history",
            "session",
            "trash",
            "workspace");

    /** Words that paths and requests of the API give a meaning to. */
    private static final Set<String> WORDS =
            Set.of("record", "records", "query", "all", "and", "or", "not", "in", "true", "false", "null");

    private ReservedCodes() {}

    /** Whether neither a field nor an entity may be called that. */
    static boolean has(String code) {
        return SystemFields.ALL.contains(code) || WORDS.contains(code);
    }

    /** Whether no entity may be called that: its table would be one of the system's. */
    static boolean hasTable(String code) {
        return has(code) || TABLES.contains(code);
    }
}
