package io.zhike.audit;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Something that was done, not yet written. Immutable: each {@code with…} gives another entry. Details hold neither secrets nor
 * values of fields that are masked from anybody; texts and lists in them are cut to a bounded length.
 */
public final class AuditEntry {
    static final int LONGEST_TEXT = 2_000;
    static final int LONGEST_LIST = 200;
    static final String CHANGES = "changes";

    private final AuditAction action;
    private final @Nullable Thing thing;
    private final ObjectNode detail;

    private AuditEntry(AuditAction action, @Nullable Thing thing, ObjectNode detail) {
        this.action = action;
        this.thing = thing;
        this.detail = detail;
    }

    /**
     * What it was done to.
     *
     * @param kind such as {@code member}
     * @param id its key or code
     * @param title its name at this time
     */
    record Thing(String kind, String id, String title) {
        Thing {
            title = cut(title);
        }
    }

    /** An entry about nothing in particular. */
    public static AuditEntry of(AuditAction action) {
        return new AuditEntry(action, null, JsonNodeFactory.instance.objectNode());
    }

    /** An entry about one thing: its kind, such as {@code member}, its key or code, and its name at this time. */
    public static AuditEntry of(AuditAction action, String kind, Object id, String title) {
        return new AuditEntry(action, new Thing(kind, id.toString(), title), JsonNodeFactory.instance.objectNode());
    }

    /** With a fact; a null or empty one is left out. */
    public AuditEntry with(AuditWord name, @Nullable String value) {
        return value == null || value.isEmpty() ? this : edited(copy -> copy.put(name.code(), cut(value)));
    }

    public AuditEntry with(AuditWord name, long value) {
        return edited(copy -> copy.put(name.code(), value));
    }

    public AuditEntry with(AuditWord name, boolean value) {
        return edited(copy -> copy.put(name.code(), value));
    }

    /** With a list of texts, of which the first 200 are kept; an empty one is left out. */
    public AuditEntry with(AuditWord name, List<String> values) {
        return values.isEmpty() ? this : edited(copy -> copy.set(name.code(), list(values)));
    }

    /** With a property that was changed; left out where both are alike. Null for none. */
    public AuditEntry changed(AuditWord property, @Nullable String before, @Nullable String after) {
        return changed(property.code(), before, after);
    }

    public AuditEntry changed(AuditWord property, boolean before, boolean after) {
        return before == after
                ? this
                : edited(copy -> copy.withArray(CHANGES)
                        .addObject()
                        .put("of", property.code())
                        .put("before", before)
                        .put("after", after));
    }

    /** With a part of a thing that was changed, under the name that people know it by. */
    public AuditEntry changed(String part, @Nullable String before, @Nullable String after) {
        return Objects.equals(before, after)
                ? this
                : edited(copy -> copy.withArray(CHANGES)
                        .addObject()
                        .put("of", part)
                        .put("before", before == null ? null : cut(before))
                        .put("after", after == null ? null : cut(after)));
    }

    /** Whether a property was changed. */
    public boolean hasChanges() {
        return detail.has(CHANGES);
    }

    AuditAction action() {
        return action;
    }

    @Nullable
    Thing thing() {
        return thing;
    }

    String detail() {
        return detail.toString();
    }

    private AuditEntry edited(java.util.function.Consumer<ObjectNode> edit) {
        ObjectNode copy = detail.deepCopy();
        edit.accept(copy);
        return new AuditEntry(action, thing, copy);
    }

    private static ArrayNode list(List<String> values) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        values.stream().limit(LONGEST_LIST).map(AuditEntry::cut).forEach(list::add);
        if (values.size() > LONGEST_LIST) {
            list.add("… +" + (values.size() - LONGEST_LIST));
        }
        return list;
    }

    private static String cut(String text) {
        String clean = text.replace("\0", "");
        return clean.length() <= LONGEST_TEXT ? clean : clean.substring(0, LONGEST_TEXT - 1) + "…";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AuditEntry entry
                && action.equals(entry.action)
                && Objects.equals(thing, entry.thing)
                && detail.equals(entry.detail);
    }

    @Override
    public int hashCode() {
        return Objects.hash(action, thing, detail);
    }

    @Override
    public String toString() {
        return action.name() + (thing == null ? "" : " " + thing) + " " + detail;
    }
}
