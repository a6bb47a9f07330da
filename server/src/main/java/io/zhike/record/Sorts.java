package io.zhike.record;

import io.zhike.entity.FieldType;
import io.zhike.entity.Option;
import io.zhike.entity.SystemFields;
import io.zhike.expression.Type;
import io.zhike.store.SystemSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * What records are sorted by: texts as Chinese readers expect, options in their order, records, members and departments by
 * what they are called.
 */
final class Sorts {
    /** These texts are codes: their order is that of their characters, which an index has too. */
    private static final Set<String> CODES = Set.of("phone", "email", "url", "barcode", "autonumber", "region", "id");

    private static final Set<String> NEVER_BLANK = Set.of(
            SystemFields.ID,
            SystemFields.NUMBER,
            SystemFields.VERSION,
            SystemFields.CREATED_AT,
            SystemFields.UPDATED_AT);

    /** So many characters of a text decide its place. */
    private static final int COUNTING = 200;

    private static final List<RecordQuery.Sort> NEWEST_FIRST =
            List.of(new RecordQuery.Sort(SystemFields.CREATED_AT, true));

    private final Frame frame;
    private final Lens lens;

    Sorts(Frame frame, Lens lens) {
        this.frame = frame;
        this.lens = lens;
    }

    /**
     * The order of a list: what was asked for, and the id to decide between equals; newest first where nothing was. The id
     * goes the way that the indexes of entity tables have it: upwards beside the newest first, else with its neighbour.
     */
    Keyset keyset(List<RecordQuery.Sort> wanted) {
        List<Keyset.Key> keys = new ArrayList<>();
        boolean descending = false;
        for (RecordQuery.Sort sort : wanted.isEmpty() ? usual() : wanted) {
            Leaf leaf = lens.resolve(frame.entity(), sort.by());
            if (isId(leaf)) {
                keys.add(id(sort.descending()));
                return new Keyset(keys);
            }
            keys.add(new Keyset.Key(sort.by(), order(leaf, sort.by()), sort.descending(), nullable(leaf)));
            descending = sort.descending() && !sort.by().equals(SystemFields.CREATED_AT);
        }
        keys.add(id(descending));
        return new Keyset(keys);
    }

    private List<RecordQuery.Sort> usual() {
        boolean dated = lens.grant(frame.entity()).readable().contains(SystemFields.CREATED_AT);
        return dated ? NEWEST_FIRST : List.of(new RecordQuery.Sort(SystemFields.ID, true));
    }

    private Keyset.Key id(boolean descending) {
        return new Keyset.Key(SystemFields.ID, frame.id(), descending, false);
    }

    private static boolean isId(Leaf leaf) {
        return leaf.relations().isEmpty() && leaf.code().equals(SystemFields.ID);
    }

    private static boolean nullable(Leaf leaf) {
        return !(leaf.relations().isEmpty() && NEVER_BLANK.contains(leaf.code()));
    }

    /** The value that puts records in the order of {@code leaf}. */
    Field<?> order(Leaf leaf, String name) {
        if (leaf instanceof Leaf.OfColumn) {
            return frame.value(leaf);
        }
        return switch (leaf.type()) {
            case Type.Text _ -> text(leaf);
            case Type.Number _, Type.Bool _, Type.Date _, Type.DateTime _, Type.Duration _ -> frame.value(leaf);
            case Type.Member _, Type.Department _ -> chinese(frame.value(behind(leaf, "name")));
            case Type.RecordOf(String target) -> title(leaf, target, name);
            case Type.ListOf _, Type.Blank _ -> throw unsortable(leaf, name);
        };
    }

    private static RuntimeException unsortable(Leaf leaf, String name) {
        return QueryError.NOT_SORTABLE.problem(name, leaf.type().label());
    }

    private Field<?> text(Leaf leaf) {
        List<Option> options = leaf.fieldType().map(FieldType::options).orElseGet(List::of);
        return inOrder(frame.value(leaf), options, isCode(leaf));
    }

    /**
     * A text in the order of its options, of Chinese, or, for codes, of its characters. Texts count by their beginnings: where
     * a list goes on is said in an address, which has room for so much.
     */
    static Field<?> inOrder(Field<?> value, List<Option> options, boolean code) {
        if (!options.isEmpty()) {
            Map<Object, Integer> positions = new LinkedHashMap<>();
            options.forEach(option -> positions.put(option.code(), positions.size()));
            return byPosition(value, positions);
        }
        return code ? value : chinese(DSL.left(value.cast(String.class), COUNTING));
    }

    static boolean isCode(Leaf leaf) {
        return leaf.fieldType().filter(type -> CODES.contains(type.code())).isPresent();
    }

    private static Field<Integer> byPosition(Field<?> value, Map<Object, Integer> positions) {
        org.jooq.@Nullable CaseConditionStep<Integer> cases = null;
        for (Map.Entry<Object, Integer> entry : positions.entrySet()) {
            org.jooq.Condition is = value.cast(String.class).eq(DSL.inline((String) entry.getKey()));
            Field<Integer> position = DSL.inline(entry.getValue());
            cases = cases == null ? DSL.when(is, position) : cases.when(is, position);
        }
        if (cases == null) {
            throw new IllegalArgumentException("no options");
        }
        return cases.otherwise(DSL.when(value.isNotNull(), DSL.inline(positions.size())));
    }

    private Field<?> title(Leaf leaf, String target, String name) {
        String title = lens.grants()
                .catalog()
                .find(target)
                .filter(entity -> lens.grant(entity).readable().contains(entity.title()))
                .map(entity -> entity.title())
                .orElse(SystemFields.NUMBER);
        Leaf behind = lens.resolve(frame.entity(), String.join(".", leaf.path()) + "." + title);
        return order(behind, name);
    }

    private static List<String> behind(Leaf leaf, String code) {
        List<String> path = new ArrayList<>(leaf.path());
        path.add(code);
        return path;
    }

    static Field<String> chinese(Field<?> text) {
        return text.cast(String.class).collate(DSL.collation(SystemSchema.qualify("zh")));
    }
}
