package io.zhike.entity;

import io.zhike.entity.type.BuiltInKinds;
import io.zhike.expression.Checked;
import io.zhike.expression.Expression;
import io.zhike.expression.Expressions;
import io.zhike.expression.Problem;
import io.zhike.expression.Type;
import io.zhike.expression.Vocabulary;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Works out formulas and roll-ups: each is checked when it is first named, by another one or in turn; one that is named
 * while it is being worked out closes a circle.
 */
final class ComputedFields {
    private static final Expressions LANGUAGE = new Expressions();

    private final Map<String, EntityDefinition> entities;
    private final CatalogBuilder.Issues issues;
    private final Vocabulary vocabulary;
    private final Locality locality;

    private final Map<Key, Type> types = new HashMap<>();
    private final Map<Key, FieldType> results = new HashMap<>();
    private final Map<Key, Expression> formulas = new HashMap<>();
    private final List<Rollup> rollups = new ArrayList<>();
    private final List<Key> open = new ArrayList<>();

    /** A computed field of an entity. */
    record Key(String entity, String field) {
        @Override
        public String toString() {
            return entity + "." + field;
        }
    }

    ComputedFields(Map<String, EntityDefinition> entities, Relations relations, CatalogBuilder.Issues issues) {
        this.entities = entities;
        this.issues = issues;
        this.vocabulary = new EntityVocabulary(entities.values(), relations, this::typeOf);
        this.locality = new Locality(entities, formulas);
    }

    /** The same entity, its computed fields knowing what their values are like. */
    EntityDefinition resolve(EntityDefinition entity) {
        List<Field> fields = new ArrayList<>();
        for (Field field : entity.fields()) {
            typeOf(entity.code(), field);
            FieldType result = results.get(new Key(entity.code(), field.code()));
            fields.add(result == null ? field : field.as(field.type().giving(result)));
        }
        return entity.with(new Fields(fields));
    }

    Optional<Expression> formula(String entity, String field) {
        return Optional.ofNullable(formulas.get(new Key(entity, field)));
    }

    List<Rollup> rollups() {
        return Collections.unmodifiableList(rollups);
    }

    /** The type of a field's value; {@code blank}, which fits everything, for one that cannot be worked out. */
    private Type typeOf(String entity, Field field) {
        Optional<Computation> computation = field.type().computation();
        if (computation.isEmpty() || computation.get() instanceof Computation.Numbered) {
            return field.type().valueType();
        }
        Key key = new Key(entity, field.code());
        Type known = types.get(key);
        if (known != null) {
            return known;
        }
        if (open.contains(key)) {
            circle(key);
            return Type.BLANK;
        }
        open.add(key);
        FieldType result = switch (computation.get()) {
            case Computation.Formula formula -> formula(key, formula);
            case Computation.Rollup rollup -> rollup(key, rollup);
            case Computation.Numbered ignored -> null;
        };
        open.removeLast();
        if (result != null) {
            results.put(key, result);
        }
        Type type = result == null ? Type.BLANK : result.valueType();
        types.put(key, type);
        return type;
    }

    private @Nullable FieldType formula(Key key, Computation.Formula formula) {
        Optional<Expression> expression = check(key, "formula", formula.text(), key.entity());
        if (expression.isEmpty()) {
            return null;
        }
        Type type = expression.get().type();
        if (type instanceof Type.ListOf) {
            issues.add(key.entity(), key.field(), "formula", DefinitionText.NO_RESULT, type.label());
            return null;
        }
        formulas.put(key, expression.get());
        return BuiltInKinds.plain(type);
    }

    private @Nullable FieldType rollup(Key key, Computation.Rollup rollup) {
        Optional<Over> over = over(key, rollup.over());
        if (over.isEmpty()) {
            return null;
        }
        EntityDefinition child = over.get().child();
        Optional<Field> of = rollup.of().flatMap(child::field);
        if (rollup.of().isPresent() && of.isEmpty()) {
            issues.add(
                    key.entity(),
                    key.field(),
                    "of",
                    DefinitionText.NO_SUCH_FIELD,
                    child.code(),
                    rollup.of().get());
            return null;
        }
        Optional<Expression> taken =
                of.isEmpty() ? Optional.empty() : check(key, "of", of.get().code(), child.code());
        Optional<Expression> where = rollup.where().flatMap(text -> condition(key, text, child.code()));
        boolean broken = of.isPresent() && taken.isEmpty() || rollup.where().isPresent() && where.isEmpty();
        if (broken || !local(key, child, taken, where)) {
            return null;
        }
        FieldType result = of.isEmpty() ? BuiltInKinds.whole() : result(rollup.fn(), child.code(), of.get());
        if (result == null) {
            issues.add(
                    key.entity(),
                    key.field(),
                    "of",
                    DefinitionText.BAD_ROLLUP,
                    of.orElseThrow().label(),
                    rollup.fn().code());
            return null;
        }
        rollups.add(new Rollup(
                key.entity(),
                key.field(),
                rollup.fn(),
                child.code(),
                over.get().parent(),
                taken,
                where,
                locality.reads(child.code(), over.get().parent(), taken, where)));
        return result;
    }

    private record Over(EntityDefinition child, String parent) {}

    /** {@code over} names a child table of this entity, or {@code <entity>.<relation>} that points here. */
    private Optional<Over> over(Key key, String over) {
        int dot = over.indexOf('.');
        String child = over;
        String parent = "";
        if (dot > 0) {
            child = over.substring(0, dot);
            parent = over.substring(dot + 1);
        } else {
            Field field = entity(key.entity()).field(over).orElse(null);
            if (field != null && field.type().storage() instanceof Storage.Children(String rows, String by)) {
                child = rows;
                parent = by;
            }
        }
        EntityDefinition rows = entities.get(child);
        Optional<Field> relation = rows == null ? Optional.empty() : rows.field(parent);
        boolean here = relation.isPresent()
                && relation.get().type().target().equals(Optional.of(key.entity()))
                && relation.get().type().storage() instanceof Storage.Column;
        if (rows == null || !here) {
            issues.add(key.entity(), key.field(), "over", DefinitionText.ROLLUP_OVER);
            return Optional.empty();
        }
        return Optional.of(new Over(rows, parent));
    }

    private @Nullable FieldType result(Computation.Fn fn, String child, Field of) {
        Type type = typeOf(child, of);
        FieldType like = results.getOrDefault(new Key(child, of.code()), of.type());
        boolean adds = type instanceof Type.Number || type instanceof Type.Duration;
        return switch (fn) {
            case COUNT -> BuiltInKinds.whole();
            case SUM, AVG -> adds ? summed(like, type) : null;
            case MIN, MAX ->
                adds || type instanceof Type.Date || type instanceof Type.DateTime ? summed(like, type) : null;
        };
    }

    /** The figure's own type: an amount stays one; what has a narrower column than its sum needs becomes a number. */
    private static FieldType summed(FieldType like, Type type) {
        boolean wide = like.storage() instanceof Storage.Column(var column)
                && (!(type instanceof Type.Number) || column.isDecimal());
        return wide && like.writable() ? like : BuiltInKinds.plain(type);
    }

    private boolean local(Key key, EntityDefinition child, Optional<Expression> of, Optional<Expression> where) {
        Optional<String> ofBeyond = of.flatMap(tree -> locality.beyond(child.code(), tree));
        ofBeyond.ifPresent(what -> issues.add(key.entity(), key.field(), "of", DefinitionText.NOT_LOCAL, what));
        Optional<String> whereBeyond = where.flatMap(tree -> locality.beyond(child.code(), tree));
        whereBeyond.ifPresent(what -> issues.add(key.entity(), key.field(), "where", DefinitionText.NOT_LOCAL, what));
        return ofBeyond.isEmpty() && whereBeyond.isEmpty();
    }

    private Optional<Expression> condition(Key key, String text, String entity) {
        return noted(key, "where", LANGUAGE.checkCondition(text, entity, vocabulary));
    }

    private Optional<Expression> check(Key key, String property, String text, String entity) {
        return noted(key, property, LANGUAGE.check(text, entity, vocabulary));
    }

    private Optional<Expression> noted(Key key, String property, Checked checked) {
        for (Problem problem : checked.problems()) {
            String path = issues.path(key.entity(), key.field(), property);
            issues.add(key.entity(), ExpressionIssues.at(path, problem));
        }
        return checked.expression();
    }

    private void circle(Key key) {
        List<Key> members = open.subList(open.indexOf(key), open.size());
        List<String> names = new ArrayList<>(members.stream().map(this::named).toList());
        names.add(named(key));
        for (Key member : members) {
            issues.add(member.entity(), member.field(), "type", DefinitionText.LOOP, String.join(" → ", names));
        }
    }

    private String named(Key key) {
        EntityDefinition entity = entity(key.entity());
        return entity.label().in(io.zhike.message.Language.ZH) + "."
                + entity.fields().get(key.field()).label().in(io.zhike.message.Language.ZH);
    }

    private EntityDefinition entity(String code) {
        EntityDefinition entity = entities.get(code);
        if (entity == null) {
            throw new IllegalArgumentException("no entity '" + code + "'");
        }
        return entity;
    }
}
