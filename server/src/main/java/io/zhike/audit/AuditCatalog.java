package io.zhike.audit;

import io.zhike.message.Language;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** All actions there are, and entries as people read them. What an older release wrote and this one does not know is read too. */
@Component
public final class AuditCatalog {
    private static final Pattern PLACE = Pattern.compile("\\{([a-z-]+)}");

    private final Map<String, AuditAction> actions = new HashMap<>();

    AuditCatalog(List<AuditActions> modules) {
        for (AuditActions module : modules) {
            for (AuditAction action : module.all()) {
                AuditAction other = actions.put(action.name(), action);
                if (other != null) {
                    throw new IllegalStateException("two actions are called " + action.name());
                }
            }
        }
    }

    /** A fact of an entry. */
    public record Fact(String name, String label, String value) {}

    /** A property that was changed; null for none. */
    public record Change(
            String label, @Nullable String before, @Nullable String after) {}

    /** All actions, in no particular order. */
    public Collection<AuditAction> all() {
        return List.copyOf(actions.values());
    }

    public Optional<AuditAction> find(String name) {
        return Optional.ofNullable(actions.get(name));
    }

    /** A few words for the action of that name. */
    public String label(String name, Language language) {
        AuditAction action = actions.get(name);
        return action == null ? name : action.label(language);
    }

    /** What {@code entry} tells, as one sentence without its full stop. */
    public String sentence(StoredEntry entry, Language language) {
        AuditAction action = actions.get(entry.action());
        if (action == null) {
            return entry.action();
        }
        JsonNode detail = JsonMapper.shared().readTree(entry.detail());
        Matcher places = PLACE.matcher(action.in(language));
        return places.replaceAll(place -> Matcher.quoteReplacement(said(entry, detail, place.group(1), language)));
    }

    /** What its detail holds, but for what was changed. */
    public List<Fact> facts(StoredEntry entry, Language language) {
        List<Fact> facts = new ArrayList<>();
        JsonMapper.shared().readTree(entry.detail()).properties().forEach(property -> {
            if (!property.getKey().equals(AuditEntry.CHANGES)) {
                facts.add(new Fact(
                        property.getKey(), word(property.getKey(), language), text(property.getValue(), language)));
            }
        });
        return facts;
    }

    public List<Change> changes(StoredEntry entry, Language language) {
        List<Change> changes = new ArrayList<>();
        for (JsonNode change : JsonMapper.shared().readTree(entry.detail()).path(AuditEntry.CHANGES)) {
            changes.add(new Change(
                    word(change.path("of").asString(""), language),
                    textOrNull(change.path("before"), language),
                    textOrNull(change.path("after"), language)));
        }
        return changes;
    }

    /** What an origin is called; its code where this release does not know it. */
    public String origin(String code, Language language) {
        return AuditOrigin.of(code)
                .map(origin -> language == Language.ZH ? origin.zh() : origin.en())
                .orElse(code);
    }

    private static String said(StoredEntry entry, JsonNode detail, String place, Language language) {
        return switch (place) {
            case "who" -> who(entry, language);
            case "title" -> entry.title() == null ? "" : entry.title();
            case "via" -> entry.via() == null ? "" : entry.via();
            default -> text(detail.path(place), language);
        };
    }

    private static String who(StoredEntry entry, Language language) {
        if (entry.name() != null) {
            return entry.name();
        }
        boolean stranger = entry.origin().equals(AuditOrigin.STRANGER.code());
        if (language == Language.ZH) {
            return stranger ? "访客" : "系统";
        }
        return stranger ? "A visitor" : "The system";
    }

    private static String word(String code, Language language) {
        return AuditWord.of(code).map(word -> word.in(language)).orElse(code);
    }

    private static @Nullable String textOrNull(JsonNode value, Language language) {
        return value.isNull() || value.isMissingNode() ? null : text(value, language);
    }

    private static String text(JsonNode value, Language language) {
        if (value.isBoolean()) {
            boolean zh = language == Language.ZH;
            return value.asBoolean() ? zh ? "是" : "yes" : zh ? "否" : "no";
        }
        if (value.isArray()) {
            List<String> parts = new ArrayList<>();
            value.forEach(part -> parts.add(part.asString("")));
            return String.join(language == Language.ZH ? "、" : ", ", parts);
        }
        return value.asString("");
    }
}
