package io.zhike.entity;

import io.zhike.definition.Definition;
import io.zhike.message.Issue;
import io.zhike.message.Label;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes an entity of a definition's document. What is wrong becomes an issue at its place, and what is right becomes an
 * entity all the same, so that one mistake does not hide the others.
 */
final class EntityParser {
    static final int MOST_FIELDS = 500;

    /** The properties that fields of every kind may have. */
    static final Set<String> COMMON = Set.of(
            "code",
            "type",
            "label",
            "help",
            "required",
            "title",
            "unique",
            "searchable",
            "indexed",
            "lookalike",
            "personal",
            "default",
            "shown",
            "required_when",
            "readonly_when");

    /** Those of them that hold a condition. */
    static final List<String> CONDITIONS = List.of("shown", "required_when", "readonly_when");

    static final int CONDITION_LENGTH = 10_000;

    private final Definition definition;
    private final List<Issue> issues = new ArrayList<>();
    private final Map<String, Field> fields = new LinkedHashMap<>();
    private final Map<String, Integer> positions = new LinkedHashMap<>();
    private final List<String> titles = new ArrayList<>();

    private EntityParser(Definition definition) {
        this.definition = definition;
    }

    /**
     * An entity and what is wrong with its document.
     *
     * @param positions where each field stands in the document's list
     * @param checks the same of each check
     */
    record Parsed(
            EntityDefinition entity, Map<String, Integer> positions, Map<String, Integer> checks, List<Issue> issues) {}

    static Parsed parse(Definition definition) {
        return new EntityParser(definition).parse();
    }

    /** What is wrong with the code of an entity that cannot even be parsed for it. */
    static Issue badCode(String code) {
        String better = CodeSuggestion.forEntity(code, List.of());
        return Issue.at("code", DefinitionText.BAD_CODE, code, Codes.MAX_LENGTH, better);
    }

    private Parsed parse() {
        String code = definition.key().code();
        if (ReservedCodes.hasTable(code)) {
            issues.add(Issue.at("code", DefinitionText.RESERVED_CODE, code, code + "_1"));
        }
        JsonNode list = definition.get("fields");
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i) instanceof ObjectNode field) {
                field(field, i);
            } else {
                issues.add(Issue.at("fields[" + i + "]", DefinitionText.NOT_AN_OBJECT));
            }
        }
        if (list.size() > MOST_FIELDS) {
            issues.add(Issue.at("fields", DefinitionText.TOO_MANY_FIELDS, MOST_FIELDS, list.size()));
        }
        Optional<String> parent = parent();
        CheckParser checks = new CheckParser(issues);
        checks.read(definition.get("checks"));
        List<Trait> traits = new TraitParser(code, fields, issues).parse(definition.get("traits"));
        List<Field> all = new ArrayList<>(fields.values());
        all.addAll(SystemFields.fields());
        return new Parsed(
                new EntityDefinition(
                        code,
                        Optional.ofNullable(definition.app()),
                        definition.label(),
                        new Fields(all),
                        titles.isEmpty() ? SystemFields.NUMBER : titles.getFirst(),
                        parent,
                        checks.all(),
                        traits),
                positions,
                checks.positions(),
                List.copyOf(issues));
    }

    private void field(ObjectNode json, int position) {
        FieldProperties from = new FieldProperties(json, "fields[" + position + "]", issues);
        String code = from.textOr("code", "");
        Label label = from.label("label").orElse(Label.of(code.isEmpty() ? "?" : code));
        Optional<FieldKind> kind = kind(from);
        if (!codeFits(code, label, from) || kind.isEmpty()) {
            return;
        }
        refuseUnknown(json, kind.get(), from);
        FieldType type = kind.get().parse(from);
        boolean title = title(code, type, from);
        Field field = new Field(
                code,
                label,
                from.label("help"),
                type,
                asked("required", type, from),
                unique(type, from),
                asking("searchable", title || type.searchedByDefault(), type, from),
                asking("indexed", type.indexedByDefault(), type, from),
                lookalike(type, from),
                from.flag("personal", false),
                initial(json.path("default"), type, from),
                new FieldLogic(
                        from.text("shown"),
                        condition("required_when", type, from),
                        condition("readonly_when", type, from)),
                false);
        fields.put(code, field);
        positions.put(code, position);
    }

    private Optional<FieldKind> kind(FieldProperties from) {
        Optional<String> type = from.text("type");
        if (type.isEmpty()) {
            from.wrong("type", DefinitionText.MISSING, "type");
            return Optional.empty();
        }
        Optional<FieldKind> kind = FieldTypes.find(type.get());
        if (kind.isEmpty()) {
            from.wrong("type", DefinitionText.UNKNOWN_TYPE, type.get(), String.join(", ", FieldTypes.codes()));
        }
        return kind;
    }

    private boolean codeFits(String code, Label label, FieldProperties from) {
        if (code.isEmpty()) {
            return false;
        }
        if (ReservedCodes.has(code)) {
            from.wrong("code", DefinitionText.RESERVED_CODE, code, suggestion(label));
        } else if (!Codes.valid(code)) {
            from.wrong("code", DefinitionText.BAD_CODE, code, Codes.MAX_LENGTH, suggestion(label));
        } else if (fields.containsKey(code)) {
            from.wrong("code", DefinitionText.DUPLICATE_CODE, code, CodeSuggestion.from(code, fields.keySet()));
        } else {
            return true;
        }
        return false;
    }

    private String suggestion(Label label) {
        return CodeSuggestion.from(label.in(io.zhike.message.Language.EN), fields.keySet());
    }

    private static void refuseUnknown(ObjectNode json, FieldKind kind, FieldProperties from) {
        List<String> known =
                kind.properties().stream().map(FieldKind.Property::name).toList();
        for (String property : json.propertyNames()) {
            if (!COMMON.contains(property) && !known.contains(property)) {
                from.wrong(
                        property,
                        DefinitionText.UNKNOWN_PROPERTY,
                        property,
                        String.join(
                                ", ", known.isEmpty() ? COMMON.stream().sorted().toList() : known));
            }
        }
    }

    private boolean title(String code, FieldType type, FieldProperties from) {
        if (!from.flag("title", false)) {
            return false;
        }
        if (type.encrypted()) {
            from.wrong("title", DefinitionText.ENCRYPTED_CANNOT, "title");
            return false;
        }
        if (!type.canBeTitle()) {
            from.wrong("title", DefinitionText.TITLE_UNFIT, type.code());
            return false;
        }
        if (!titles.isEmpty()) {
            from.wrong("title", DefinitionText.TWO_TITLES, titles.getFirst(), code);
            return false;
        }
        return titles.add(code);
    }

    /** A flag that means nothing on what the server computes. */
    private static boolean asked(String flag, FieldType type, FieldProperties from) {
        boolean asked = from.flag(flag, false);
        if (asked && !type.writable()) {
            from.wrong(flag, DefinitionText.COMPUTED_CANNOT, flag);
            return false;
        }
        return asked;
    }

    /** A flag by which records are found. */
    private static boolean asking(String flag, boolean usual, FieldType type, FieldProperties from) {
        boolean asked = from.flag(flag, usual);
        if (asked && type.encrypted()) {
            from.wrong(flag, DefinitionText.ENCRYPTED_CANNOT, flag);
            return false;
        }
        return asked;
    }

    private static boolean unique(FieldType type, FieldProperties from) {
        boolean asked = from.flag("unique", false);
        if (asked && type.encrypted()) {
            from.wrong("unique", DefinitionText.ENCRYPTED_CANNOT, "unique");
            return false;
        }
        if (asked && !type.canBeUnique()) {
            from.wrong("unique", DefinitionText.CANNOT_BE_UNIQUE, type.code());
            return false;
        }
        return asked;
    }

    private static boolean lookalike(FieldType type, FieldProperties from) {
        boolean asked = from.flag("lookalike", false);
        if (asked && type.encrypted()) {
            from.wrong("lookalike", DefinitionText.ENCRYPTED_CANNOT, "lookalike");
            return false;
        }
        if (asked && type.likeness().isEmpty()) {
            from.wrong("lookalike", DefinitionText.NO_LOOKALIKE, type.code());
            return false;
        }
        return asked;
    }

    /** A condition that means nothing on what the server computes. */
    private static Optional<String> condition(String property, FieldType type, FieldProperties from) {
        Optional<String> text = from.text(property);
        if (text.isPresent() && !type.writable()) {
            from.wrong(property, DefinitionText.COMPUTED_CANNOT, property);
            return Optional.empty();
        }
        return text;
    }

    /** Text is an expression; a number or a truth stands for itself. */
    private static Optional<String> initial(JsonNode node, FieldType type, FieldProperties from) {
        if (node.isMissingNode() || node.isNull()) {
            return Optional.empty();
        }
        if (!type.writable()) {
            from.wrong("default", DefinitionText.COMPUTED_CANNOT, "default");
            return Optional.empty();
        }
        if (node.isBoolean()) {
            return Optional.of(node.booleanValue() ? "TRUE" : "FALSE");
        }
        return node.isNumber() ? from.decimal("default").map(number -> number.toPlainString()) : from.text("default");
    }

    private Optional<String> parent() {
        JsonNode node = definition.get("parent");
        if (!node.isString()) {
            return Optional.empty();
        }
        String code = node.stringValue();
        Optional<Field> field = Optional.ofNullable(fields.get(code));
        boolean one = field.isPresent()
                && field.get().type().target().isPresent()
                && field.get().type().storage() instanceof Storage.Column;
        if (!one || !field.get().required()) {
            issues.add(Issue.at("parent", DefinitionText.PARENT_NOT_REQUIRED, code));
        } else if (field.get().logic().shown().isPresent()) {
            // What is hidden is not asked for, and a row without its record is nobody's.
            issues.add(Issue.at("fields[" + positions.get(code) + "].shown", DefinitionText.PARENT_SHOWN));
        }
        return one ? Optional.of(code) : Optional.empty();
    }
}
