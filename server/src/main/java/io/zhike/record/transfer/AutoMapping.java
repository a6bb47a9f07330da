package io.zhike.record.transfer;

import io.zhike.entity.EntityDefinition;
import io.zhike.entity.Field;
import io.zhike.sheet.Header;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Guesses which column goes to which field by their names: a field's code or its label in either language. */
final class AutoMapping {

    private AutoMapping() {}

    /**
     * No field is taken twice; columns that name no field are left out, and so are those whose field the sender may not set.
     *
     * @param writable the codes of the fields that the sender may set
     */
    static Map<String, ColumnTarget> of(Header header, EntityDefinition entity, Set<String> writable) {
        Map<String, ColumnTarget> mapping = new LinkedHashMap<>();
        Set<String> taken = new HashSet<>();
        for (String column : header.columns()) {
            find(entity, writable, column)
                    .filter(field -> taken.add(field.code()))
                    .ifPresent(field -> mapping.put(column, new ColumnTarget(field.code(), Optional.empty())));
        }
        return mapping;
    }

    private static Optional<Field> find(EntityDefinition entity, Set<String> writable, String column) {
        String wanted = plain(column);
        return entity.fields().stream()
                .filter(field -> writable.contains(field.code()))
                .filter(field -> plain(field.code()).equals(wanted)
                        || plain(field.label().in(io.zhike.message.Language.ZH)).equals(wanted)
                        || plain(field.label().in(io.zhike.message.Language.EN)).equals(wanted))
                .findFirst();
    }

    /** Letters and digits only, without case and width. */
    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
