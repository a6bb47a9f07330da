package io.zhike.action;

import io.zhike.definition.Reference;
import io.zhike.entity.EntityCatalog;
import io.zhike.entity.EntityDefinition;
import io.zhike.entity.Field;
import io.zhike.entity.Many;
import io.zhike.expression.Type;
import io.zhike.message.Issue;
import io.zhike.message.Label;
import io.zhike.record.RecordReader;
import io.zhike.record.RelatedRecords;
import io.zhike.record.WorkedRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Records that an action means beside its own: those behind a relation of the record, or those that belong to it; all of
 * them or those that a condition holds for.
 */
@Component
final class Related {
    private static final int MOST = 100_000;

    private final RelatedRecords records;
    private final RecordReader reader;

    Related(RelatedRecords records, RecordReader reader) {
        this.records = records;
        this.reader = reader;
    }

    /** The entity of what {@code of} leads to from {@code entity}; empty where it leads to no records. */
    static Optional<String> entity(EntityCatalog catalog, EntityDefinition entity, String of) {
        return catalog.many(entity.code(), of)
                .map(Many::entity)
                .or(() -> entity.field(of).flatMap(field -> field.type().target()));
    }

    static Optional<String> entity(ActionPlace place, String of) {
        return place.definition().flatMap(found -> entity(place.catalog(), found, of));
    }

    static List<Issue> check(ActionPlace place, String of) {
        return place.definition().isEmpty() || entity(place, of).isPresent()
                ? List.of()
                : List.of(place.issue(
                        ActionIssue.NOT_RELATED,
                        of,
                        place.definition().map(EntityDefinition::label).orElseGet(() -> Label.of(place.entity()))));
    }

    static List<Reference> references(ActionPlace place, String of) {
        return place.catalog().many(place.entity(), of).isPresent()
                ? place.needs(JsonNodeFactory.instance.stringNode("COUNT(" + of + ")"))
                : place.needsField(of);
    }

    /**
     * For each subject of {@code run}, in their order, the records that are meant.
     *
     * @param where over those records; empty for all
     */
    List<List<UUID>> of(ActionRun run, String of, String entity, Optional<JsonNode> where) {
        List<List<UUID>> found = one(run, of).orElseGet(() -> many(run, of));
        if (where.isEmpty()) {
            return found;
        }
        Set<UUID> all = new HashSet<>();
        found.forEach(all::addAll);
        Set<UUID> wanted = reader.holding(run.ctx(), run.grants(), entity, all, where.get(), false);
        return found.stream()
                .map(ids -> ids.stream().filter(wanted::contains).toList())
                .toList();
    }

    /** Behind a relation to one; empty where it is none. */
    private static Optional<List<List<UUID>>> one(ActionRun run, String of) {
        return run.entity()
                .field(of)
                .map(Field::type)
                .filter(type -> type.valueType() instanceof Type.RecordOf)
                .map(_ -> {
                    List<List<UUID>> found = new ArrayList<>();
                    for (Optional<WorkedRecord> record :
                            run.values().of(List.of(JsonNodeFactory.instance.stringNode(of)))) {
                        found.add(record.map(each -> each.given().getFirst().value())
                                .filter(UUID.class::isInstance)
                                .map(id -> List.of((UUID) id))
                                .orElse(List.of()));
                    }
                    return found;
                });
    }

    private List<List<UUID>> many(ActionRun run, String of) {
        Set<UUID> owners = new HashSet<>();
        run.subjects().forEach(subject -> owners.add(subject.record()));
        Map<UUID, List<UUID>> found =
                new HashMap<>(records.of(run.ctx(), run.grants(), run.entity(), of, owners, MOST));
        return run.subjects().stream()
                .map(subject -> found.getOrDefault(subject.record(), List.of()))
                .toList();
    }
}
