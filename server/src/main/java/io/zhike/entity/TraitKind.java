package io.zhike.entity;

import io.zhike.message.Label;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What an entity can be, beyond a kind of record: an engine that needs such an entity finds it by its trait, and never by
 * its name. A trait has roles, and the entity says which of its fields plays each.
 */
public enum TraitKind {
    /** Something that was done with or for a record, such as a call: what a timeline shows and its composer logs. */
    ACTIVITY(
            new Label("跟进", "activity"),
            new Role("record", true, Set.of("relation")),
            new Role("at", true, Set.of("datetime")),
            new Role("text", true, Set.of("text", "long_text", "rich_text")),
            new Role("kind", false, Set.of("select")),
            new Role("next_step", false, Set.of("text", "long_text")),
            new Role("next_at", false, Set.of("date", "datetime"))),

    /** Something that people follow up, such as a customer: logging an activity for it sets when it is next due. */
    FOLLOWED(
            new Label("被跟进", "followed"),
            new Role("next_at", true, Set.of("date", "datetime")),
            new Role("next_step", false, Set.of("text", "long_text")));

    private final Label label;
    private final List<Role> roles;

    TraitKind(Label label, Role... roles) {
        this.label = label;
        this.roles = List.of(roles);
    }

    /**
     * A part that a field plays.
     *
     * @param required whether the entity is none of this trait without it
     * @param types the types of field that can play it
     */
    public record Role(String name, boolean required, Set<String> types) {}

    /** As definitions and answers carry it. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    public Label label() {
        return label;
    }

    public List<Role> roles() {
        return roles;
    }

    static Optional<TraitKind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
}
