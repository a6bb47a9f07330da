package io.zhike.entity;

import io.zhike.definition.DefinitionSet;
import io.zhike.expression.Expression;
import io.zhike.expression.Type;
import io.zhike.expression.Vocabulary;
import io.zhike.message.Issue;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The entities of a workspace at one revision, with all that follows from them: the names expressions may use, checked
 * formulas, roll-ups, relations seen from both ends. Immutable; made once per set of definitions.
 */
public final class EntityCatalog {
    private final Map<String, EntityDefinition> entities;
    private final Relations relations;
    private final Vocabulary vocabulary;
    private final ComputedFields computed;
    private final Map<String, Map<String, Expression>> initial;
    private final Map<String, FormLogic> logic;
    private final Map<String, List<Issue>> issues;

    EntityCatalog(
            Map<String, EntityDefinition> entities,
            Relations relations,
            ComputedFields computed,
            Map<String, Map<String, Expression>> initial,
            Map<String, FormLogic> logic,
            Map<String, List<Issue>> issues) {
        this.entities = Map.copyOf(entities);
        this.relations = relations;
        this.computed = computed;
        this.initial = Map.copyOf(initial);
        this.logic = Map.copyOf(logic);
        this.issues = Map.copyOf(issues);
        this.vocabulary = new EntityVocabulary(
                entities.values(), relations, (entity, field) -> field.type().valueType());
    }

    /** The catalogue of {@code set}; made at the first call, kept with the set. */
    public static EntityCatalog of(DefinitionSet set) {
        return set.view(EntityCatalog.class, CatalogBuilder::build);
    }

    public Optional<EntityDefinition> find(String entity) {
        return Optional.ofNullable(entities.get(entity));
    }

    /** @throws io.zhike.message.ProblemException {@code unknown-entity} where there is none */
    public EntityDefinition get(String entity) {
        return find(entity).orElseThrow(() -> EntityError.UNKNOWN_ENTITY.problem(entity));
    }

    /** All entities, ordered by code. */
    public List<EntityDefinition> all() {
        return entities.values().stream()
                .sorted(java.util.Comparator.comparing(EntityDefinition::code))
                .toList();
    }

    /** The names that expressions may use: fields by code or label, system fields, records that point here. */
    public Vocabulary vocabulary() {
        return vocabulary;
    }

    /** The checked expression of a formula field; empty for all other fields. Formulas it reads are not expanded in it. */
    public Optional<Expression> formula(String entity, String field) {
        return computed.formula(entity, field);
    }

    /** The checked expressions that give new records of {@code entity} their values, by field in the order of the fields. */
    public Map<String, Expression> initial(String entity) {
        return initial.getOrDefault(entity, Map.of());
    }

    /** The checked conditions of {@code entity}; {@link FormLogic#NONE} where it has none. */
    public FormLogic logic(String entity) {
        return logic.getOrDefault(entity, FormLogic.NONE);
    }

    /** The roll-ups that are columns of {@code entity}. */
    public List<Rollup> rollupsOf(String entity) {
        return computed.rollups().stream()
                .filter(rollup -> rollup.entity().equals(entity))
                .toList();
    }

    /** The roll-ups of other entities that a change of a record of {@code child} may touch. */
    public List<Rollup> rollupsFedBy(String child) {
        return computed.rollups().stream()
                .filter(rollup -> rollup.child().equals(child))
                .toList();
    }

    /** The records that can belong to a record of {@code entity}: child tables, links, relations seen from behind. */
    public List<Many> manyOf(String entity) {
        return relations.of(entity);
    }

    /** What the children symbol {@code code} of {@code entity} stands for. */
    public Optional<Many> many(String entity, String code) {
        return relations.of(entity).stream()
                .filter(many -> many.code().equals(code))
                .findFirst();
    }

    /** All fields that {@code expression} reads over {@code entity}; what is known of members is nobody's field. */
    public Set<FieldPlace> reads(String entity, Expression expression) {
        Set<FieldPlace> places = new LinkedHashSet<>();
        expression.paths().forEach(path -> walk(entity, path, places));
        return places;
    }

    private void walk(String entity, List<String> path, Set<FieldPlace> places) {
        Optional<EntityDefinition> at = find(entity);
        for (String code : path) {
            if (at.isEmpty()) {
                return;
            }
            String here = at.get().code();
            Optional<Many> many = many(here, code);
            Optional<Field> field = at.get().field(code);
            places.add(many.map(each -> each.place(here)).orElse(new FieldPlace(here, code)));
            at = many.map(Many::entity)
                    .or(() -> field.flatMap(each -> each.type().valueType() instanceof Type.RecordOf(String target)
                            ? Optional.of(target)
                            : Optional.empty()))
                    .flatMap(this::find);
        }
    }

    /** The child tables of {@code entity}: entities whose records live and die with its own. */
    public List<EntityDefinition> childTables(String entity) {
        return all().stream().filter(child -> belongs(child, entity)).toList();
    }

    /** What is wrong with {@code entity}; empty for one that can be published. */
    List<Issue> issues(String entity) {
        return issues.getOrDefault(entity, List.of());
    }

    Collection<EntityDefinition> entities() {
        return entities.values();
    }

    private static boolean belongs(EntityDefinition child, String entity) {
        return child.parent()
                .flatMap(child::field)
                .flatMap(field -> field.type().target())
                .filter(entity::equals)
                .isPresent();
    }
}
