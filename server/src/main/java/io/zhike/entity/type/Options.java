package io.zhike.entity.type;

import io.zhike.entity.EntityText;
import io.zhike.entity.Option;
import io.zhike.entity.Reading;
import io.zhike.message.Label;
import io.zhike.message.Nearest;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The options of a field in their order; found by code or by label in either language, ignoring case. */
final class Options implements Iterable<Option> {
    private static final int NAMED = 8;

    private final List<Option> list;
    private final Map<String, Option> byName = new HashMap<>();

    Options(List<Option> options) {
        this.list = List.copyOf(options);
        // Codes win over Chinese labels, these over English ones; the first option over later ones.
        list.forEach(option -> byName.putIfAbsent(key(option.code()), option));
        list.forEach(option -> put(option.label().zh(), option));
        list.forEach(option -> put(option.label().en(), option));
    }

    private void put(@org.jspecify.annotations.Nullable String label, Option option) {
        if (label != null) {
            byName.putIfAbsent(key(label), option);
        }
    }

    List<Option> list() {
        return list;
    }

    /** The option of that code or label. */
    Optional<Option> find(String name) {
        return Optional.ofNullable(byName.get(key(name)));
    }

    /** The option's code, or a refusal that names the nearest option. */
    Reading read(String name) {
        Optional<Option> found = find(name);
        if (found.isPresent()) {
            return Reading.of(found.get().code());
        }
        String shown = CleanText.shown(name);
        List<String> near = Nearest.to(key(name), byName.keySet());
        if (!near.isEmpty()) {
            return Reading.refused(
                    EntityText.UNKNOWN_OPTION_NEAR,
                    shown,
                    Objects.requireNonNull(byName.get(near.getFirst())).label());
        }
        return Reading.refused(EntityText.UNKNOWN_OPTION, shown, named());
    }

    /** What people call the option of that code; the code itself where there is none any more. */
    String display(String code, io.zhike.message.Language language) {
        return find(code).map(option -> option.label().in(language)).orElse(code);
    }

    void write(ObjectNode field) {
        ArrayNode array = field.putArray("options");
        for (Option option : list) {
            ObjectNode json = array.addObject().put("code", option.code());
            json.set("label", LabelJson.of(option.label()));
            option.color().ifPresent(color -> json.put("color", color));
            option.end().ifPresent(end -> json.put("end", end.name().toLowerCase(Locale.ROOT)));
            if (option.retired()) {
                json.put("retired", true);
            }
        }
    }

    /** The codes, those of retired options too: a record that has one can be saved again. */
    ObjectNode valueSchema(boolean orNull) {
        ObjectNode schema = Schemas.object();
        ArrayNode codes = schema.putArray("enum");
        list.forEach(option -> codes.add(option.code()));
        if (orNull) {
            codes.addNull();
        }
        return schema;
    }

    private Label named() {
        return new Label(names(io.zhike.message.Language.ZH, "、"), names(io.zhike.message.Language.EN, ", "));
    }

    private String names(io.zhike.message.Language language, String between) {
        List<String> names = list.stream()
                .filter(option -> !option.retired())
                .limit(NAMED)
                .map(option -> option.label().in(language))
                .toList();
        return String.join(between, names) + (list.size() > NAMED ? " …" : names.isEmpty() ? "-" : "");
    }

    private static String key(String name) {
        return CleanText.plain(name).toLowerCase(Locale.ROOT);
    }

    @Override
    public Iterator<Option> iterator() {
        return list.iterator();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Options options && list.equals(options.list);
    }

    @Override
    public int hashCode() {
        return list.hashCode();
    }

    @Override
    public String toString() {
        return list.toString();
    }
}
