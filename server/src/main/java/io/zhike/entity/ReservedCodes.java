package io.zhike.entity;

import java.util.Set;
import java.util.regex.Pattern;

/** Codes that fields and entities cannot have. */
final class ReservedCodes {
    /** The tables that every workspace has beside its entities, those of modules to come included. */
    private static final Set<String> TABLES = Set.of(
            "account",
            "assign_turn",
            "app_base",
            "app_installation",
            "audit_entry",
            "audit_entry_other",
            "autonumber",
            "batch",
            "bounce_mailbox",
            "call_credential",
            "change",
            "change_other",
            "counter",
            "definition",
            "definition_draft",
            "definition_head",
            "definition_revision",
            "definition_version",
            "department",
            "draft",
            "entity",
            "event",
            "feed",
            "feed_position",
            "field_trash",
            "file",
            "file_part",
            "file_preview",
            "flyway_schema_history",
            "idempotency",
            "identity",
            "import",
            "hook_delivery",
            "import_refused",
            "import_row",
            "import_waiting",
            "personal_view",
            "usual_view",
            "entity_visit",
            "public_form",
            "public_form_task",
            "comment",
            "hand_over",
            "hand_over_part",
            "job",
            "mail_setting",
            "member",
            "member_department",
            "member_favourite",
            "member_home",
            "member_recent",
            "member_group",
            "member_group_member",
            "member_role",
            "message",
            "migration",
            "notice",
            "notice_delivery",
            "notice_preference",
            "notification",
            "outbox",
            "position",
            "publish",
            "reader",
            "record_share",
            "refused_row",
            "revision",
            "role",
            "rule_count",
            "rule_hook",
            "rule_pass",
            "rule_run",
            "rule_state",
            "schema_history",
            "session",
            "signing_key",
            "workspace_setting",
            "todo",
            "trash",
            "workspace");

    /** Their indexes, which share the names of tables; those of primary keys are called like their table. */
    private static final Set<String> INDEXES = Set.of(
            "audit_action",
            "audit_member",
            "audit_object",
            "audit_seq",
            "audit_unsealed",
            "audit_entry_other_action_at_id_idx",
            "audit_entry_other_member_at_id_idx",
            "audit_entry_other_object_at_id_idx",
            "audit_entry_other_seq_idx",
            "audit_entry_other_tx_idx",
            "comment_mentions",
            "comment_record",
            "public_form_task_expires",
            "change_batch",
            "change_other_batch_at_idx",
            "change_other_record_at_idx",
            "change_other_tx_idx",
            "change_record",
            "change_tx",
            "definition_revision_number",
            "department_name",
            "department_path",
            "field_trash_of",
            "hand_over_of_subject",
            "file_comment",
            "file_held",
            "file_record",
            "file_unused",
            "idempotency_age",
            "import_recent",
            "member_account",
            "member_department_of_department",
            "member_favourite_of_record",
            "member_favourite_once",
            "member_recent_newest",
            "member_recent_of_record",
            "member_group_member_of_member",
            "member_group_name",
            "member_name",
            "member_of_reports_to",
            "member_of_supervisor",
            "member_role_of_role",
            "hook_delivery_newest",
            "hook_delivery_record",
            "message_age",
            "message_due",
            "call_credential_code",
            "message_key",
            "message_record",
            "message_state",
            "notice_age",
            "notice_delivery_due",
            "notice_newest",
            "notice_once",
            "notice_record",
            "notice_unread",
            "record_share_of_principal",
            "record_share_once",
            "rule_hook_rule",
            "rule_hook_secret",
            "rule_run_due",
            "rule_run_due_of_rule",
            "rule_run_finished",
            "rule_run_newest",
            "rule_run_once",
            "rule_run_parent",
            "rule_run_record",
            "migration_s_idx",
            "signing_key_source",
            "todo_done",
            "todo_given",
            "todo_key",
            "todo_made",
            "todo_open",
            "todo_record",
            "todo_reminder");

    private static final Pattern PRIMARY_KEY = Pattern.compile("_(pk|pkey)$");

    /** A month of the feed or of the audit log, and its indexes. */
    private static final Pattern PARTITION = Pattern.compile("(change|audit_entry)_\\d{4}_\\d{2}.*");

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
        return has(code)
                || TABLES.contains(PRIMARY_KEY.matcher(code).replaceFirst(""))
                || INDEXES.contains(code)
                || PARTITION.matcher(code).matches();
    }
}
