package io.zhike.record;

import io.zhike.access.EntityGrant;
import io.zhike.access.Grants;
import io.zhike.entity.EntityDefinition;
import io.zhike.entity.Field;
import io.zhike.entity.SystemFields;
import io.zhike.expression.Checked;
import io.zhike.expression.Expression;
import io.zhike.expression.Expressions;
import io.zhike.expression.Symbol;
import io.zhike.expression.Type;
import io.zhike.expression.Vocabulary;
import io.zhike.message.ProblemException;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * The workspace as one caller sees it: what the caller may not see is not there. All names of a question are looked up
 * here and nowhere else.
 */
final class Lens {
    private static final int MAX_RELATIONS = 5;
    private static final Expressions LANGUAGE = new Expressions();

    private final Grants grants;
    private final SealedValues sealed;
    private final Vocabulary vocabulary;

    Lens(Grants grants, SealedValues sealed) {
        this.sealed = sealed;
        this.grants = grants;
        this.vocabulary = new VisibleNames(grants);
    }

    Grants grants() {
        return grants;
    }

    /** Opens what columns of encrypted fields hold. */
    SealedValues sealed() {
        return sealed;
    }

    /** The names that the caller's expressions may use. */
    Vocabulary vocabulary() {
        return vocabulary;
    }

    /** @throws ProblemException {@code unknown-entity} where there is none that the caller sees */
    EntityDefinition entity(String code) {
        return grants.catalog()
                .find(code)
                .filter(_ -> grants.on(code).visible())
                .orElseThrow(() -> RecordError.UNKNOWN_ENTITY.problem(code));
    }

    EntityGrant grant(EntityDefinition entity) {
        return grants.on(entity.code());
    }

    /** The fields of {@code entity} that the caller may read, in their order. */
    List<Field> fields(EntityDefinition entity) {
        return entity.fields().where(field -> grant(entity).readable().contains(field.code()));
    }

    /** @throws ProblemException {@code unknown-field} where there is none that the caller may read */
    Field field(EntityDefinition entity, String code) {
        return entity.field(code)
                .filter(_ -> grant(entity).readable().contains(code))
                .orElseThrow(() -> RecordError.UNKNOWN_FIELD.problem(entity.label(), code));
    }

    /** The fields of {@code entity} that are there for the caller, if only masked, in their order. */
    List<Field> shown(EntityDefinition entity) {
        Set<String> shown = grant(entity).fields().shown();
        return entity.fields().where(field -> shown.contains(field.code()));
    }

    /** What records of {@code entity} are called by for this caller, if only masked: their number where the title is hidden. */
    Leaf.OfRecord title(EntityDefinition entity) {
        Field title = entity.titleField();
        Field seen = grant(entity).fields().shown().contains(title.code())
                ? title
                : entity.fields().get(SystemFields.NUMBER);
        return new Leaf.OfRecord(List.of(), entity, seen, grant(entity).masked().contains(seen.code()));
    }

    /**
     * The end of a path of codes from {@code entity}, such as {@code parent.owner.name}, by which a question may ask: what is
     * masked is not there.
     *
     * @throws ProblemException where a name on the way is not there, or leads nowhere, or where it ends at what is encrypted
     */
    Leaf resolve(EntityDefinition entity, String path) {
        return resolve(entity, path, false);
    }

    /**
     * The same for a value that goes out: the end of the path may be masked, and goes out as its mask.
     *
     * @throws ProblemException where a name on the way is not there, or leads nowhere
     */
    Leaf outgoing(EntityDefinition entity, String path) {
        return resolve(entity, path, true);
    }

    private Leaf resolve(EntityDefinition entity, String path, boolean outgoing) {
        List<String> codes = List.of(path.split("\\.", -1));
        if (codes.size() > MAX_RELATIONS + 1) {
            throw QueryError.TOO_DEEP.problem(path, MAX_RELATIONS);
        }
        for (Field column : Bookkeeping.FIELDS) {
            if (path.equals(column.code())) {
                return new Leaf.OfColumn(column);
            }
        }
        EntityDefinition at = entity;
        for (int i = 0; i < codes.size() - 1; i++) {
            Field field = field(at, codes.get(i));
            List<String> relations = codes.subList(0, i + 1);
            switch (field.type().valueType()) {
                case Type.RecordOf(String target) -> at = target(at, target, codes, i);
                case Type.Member _ -> {
                    return ofPeople(Vocabulary.MEMBER, at, relations, codes.subList(i + 1, codes.size()));
                }
                case Type.Department _ -> {
                    return ofPeople(Vocabulary.DEPARTMENT, at, relations, codes.subList(i + 1, codes.size()));
                }
                default -> throw QueryError.NOT_A_RELATION.problem(codes.get(i), codes.get(i + 1));
            }
        }
        List<String> relations = codes.subList(0, codes.size() - 1);
        boolean masked = outgoing && grant(at).masked().contains(codes.getLast());
        Field end = masked ? at.fields().get(codes.getLast()) : field(at, codes.getLast());
        if (end.type().encrypted() && !outgoing) {
            throw QueryError.ENCRYPTED.problem(end.label());
        }
        return new Leaf.OfRecord(relations, at, end, masked);
    }

    private EntityDefinition target(EntityDefinition from, String target, List<String> codes, int i) {
        return grants.catalog()
                .find(target)
                .orElseThrow(() -> RecordError.UNKNOWN_FIELD.problem(from.label(), codes.get(i + 1)));
    }

    private Leaf ofPeople(String kind, EntityDefinition from, List<String> relations, List<String> rest) {
        String at = kind;
        for (int i = 0; i < rest.size(); i++) {
            String code = rest.get(i);
            Symbol symbol = vocabulary
                    .find(at, code)
                    .filter(found ->
                            found.code().equals(code) && found.children().isEmpty())
                    .orElseThrow(() -> RecordError.UNKNOWN_FIELD.problem(from.label(), code));
            if (i == rest.size() - 1) {
                List<String> way = new java.util.ArrayList<>(relations);
                way.addAll(rest.subList(0, i));
                return new Leaf.OfPeople(way, symbol);
            }
            at = people(symbol.type(), code, rest.get(i + 1));
        }
        throw new IllegalStateException("unreachable: a path has an end");
    }

    private static String people(Type type, String code, String next) {
        return switch (type) {
            case Type.Member _ -> Vocabulary.MEMBER;
            case Type.Department _ -> Vocabulary.DEPARTMENT;
            default -> throw QueryError.NOT_A_RELATION.problem(code, next);
        };
    }

    /**
     * A condition over {@code entity}, checked with the names that the caller sees.
     *
     * @throws ProblemException with the places that are wrong
     */
    Expression condition(EntityDefinition entity, RecordQuery.Where where) {
        Checked checked = switch (where) {
            case RecordQuery.Where.Text(String text) -> LANGUAGE.checkCondition(text, entity.code(), vocabulary);
            case RecordQuery.Where.Tree(JsonNode tree) -> LANGUAGE.check(tree, entity.code(), vocabulary, Type.BOOL);
        };
        return checked.orThrow();
    }

    /** A text over {@code entity}, checked with the names that the caller sees. */
    Checked check(EntityDefinition entity, String text) {
        return LANGUAGE.check(text, entity.code(), vocabulary);
    }

    /** An expression over {@code entity}, as a text or as its tree, checked with the names that the caller sees. */
    Checked check(EntityDefinition entity, JsonNode expression) {
        return expression.isString()
                ? check(entity, expression.stringValue())
                : LANGUAGE.check(expression, entity.code(), vocabulary);
    }

    /** The searchable fields of {@code entity}; only those the caller may read where {@code readable}. */
    List<String> searchable(EntityDefinition entity, boolean readable) {
        return entity.fields().where(Field::searchable).stream()
                .map(Field::code)
                .filter(code -> !readable || grant(entity).readable().contains(code))
                .toList();
    }
}
