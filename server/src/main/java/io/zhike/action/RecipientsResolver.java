package io.zhike.action;

import io.zhike.entity.EntityDefinition;
import io.zhike.entity.FieldType;
import io.zhike.entity.SystemFields;
import io.zhike.entity.Trait;
import io.zhike.entity.TraitKind;
import io.zhike.expression.Type;
import io.zhike.record.RecordFinder;
import io.zhike.record.RecordReader;
import io.zhike.record.WorkedRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Finds out who recipients are, for all subjects of a run by a handful of statements. */
@Component
public class RecipientsResolver {
    private final RecordReader reader;
    private final RecordFinder finder;

    RecipientsResolver(RecordReader reader, RecordFinder finder) {
        this.reader = reader;
        this.finder = finder;
    }

    /** For each subject of {@code run}, in their order, who {@code recipients} are; members who have left are none. */
    public List<Reached> of(ActionRun run, List<Recipients> recipients) {
        Staff staff = new Staff(run.ctx(), run.workspace().schema());
        List<JsonNode> asked = new ArrayList<>();
        for (Recipients each : recipients) {
            sentence(each).ifPresent(text -> asked.add(JsonNodeFactory.instance.stringNode(text)));
        }
        List<Optional<WorkedRecord>> worked = asked.isEmpty()
                ? run.subjects().stream()
                        .map(_ -> Optional.<WorkedRecord>empty())
                        .toList()
                : run.values().of(asked);
        Map<Recipients, Set<UUID>> fixed = new HashMap<>();
        recipients.forEach(each -> fixed.put(each, fixed(staff, each)));
        Map<UUID, Set<UUID>> followers = recipients.contains(new Recipients.Followers()) ? followers(run) : Map.of();
        Map<UUID, Set<UUID>> departments = staff.inDepartments(departments(worked));
        List<Found> found = new ArrayList<>();
        for (int i = 0; i < run.subjects().size(); i++) {
            found.add(found(run.subjects().get(i), recipients, worked.get(i), fixed, followers, departments));
        }
        Set<UUID> all = new HashSet<>();
        found.forEach(each -> all.addAll(each.members));
        Set<UUID> active = staff.active(all);
        return found.stream().map(each -> each.reached(active)).toList();
    }

    /** What is asked of the record; empty where the recipients are the same for all records. */
    private static Optional<String> sentence(Recipients recipients) {
        return switch (recipients) {
            case Recipients.Owner _, Recipients.Followers _ -> Optional.of(SystemFields.OWNER);
            case Recipients.Supervisor _ -> Optional.of("owner.supervisor");
            case Recipients.Creator _ -> Optional.of(SystemFields.CREATED_BY);
            case Recipients.OfField(String path) -> Optional.of(path);
            case Recipients.Head(Optional<UUID> department) ->
                department.isPresent() ? Optional.empty() : Optional.of("department.head");
            case Recipients.Actor _,
                    Recipients.OneMember _,
                    Recipients.Group _,
                    Recipients.Department _,
                    Recipients.Role _ -> Optional.empty();
        };
    }

    private static Set<UUID> fixed(Staff staff, Recipients recipients) {
        return switch (recipients) {
            case Recipients.OneMember(UUID id) -> Set.of(id);
            case Recipients.Group(UUID id) -> staff.inGroup(id);
            case Recipients.Department(UUID id, boolean below) -> staff.inDepartment(id, below);
            case Recipients.Head(Optional<UUID> department) ->
                department.map(staff::headOf).orElse(Set.of());
            case Recipients.Role(String code) -> staff.withRole(code);
            case Recipients.Owner _,
                    Recipients.Followers _,
                    Recipients.Supervisor _,
                    Recipients.Creator _,
                    Recipients.Actor _,
                    Recipients.OfField _ -> Set.of();
        };
    }

    /** The departments that values hold, whose members are meant. */
    private static Set<UUID> departments(List<Optional<WorkedRecord>> worked) {
        Set<UUID> departments = new HashSet<>();
        for (Optional<WorkedRecord> record : worked) {
            for (WorkedRecord.Given given : record.map(WorkedRecord::given).orElse(List.of())) {
                if (one(given.type()) instanceof Type.Department) {
                    departments.addAll(ids(given.value()));
                }
            }
        }
        return departments;
    }

    private static Type one(Type type) {
        return type instanceof Type.ListOf(Type element) ? element : type;
    }

    private static List<UUID> ids(@Nullable Object value) {
        return texts(value).stream()
                .filter(UUID.class::isInstance)
                .map(UUID.class::cast)
                .toList();
    }

    private static List<Object> texts(@Nullable Object value) {
        return switch (value) {
            case null -> List.of();
            case Collection<?> many -> List.copyOf(many);
            case Object single -> List.of(single);
        };
    }

    private static Found found(
            Subject subject,
            List<Recipients> recipients,
            Optional<WorkedRecord> worked,
            Map<Recipients, Set<UUID>> fixed,
            Map<UUID, Set<UUID>> followers,
            Map<UUID, Set<UUID>> departments) {
        Found found = new Found();
        int next = 0;
        for (Recipients each : recipients) {
            found.members.addAll(fixed.getOrDefault(each, Set.of()));
            if (each instanceof Recipients.Actor) {
                subject.actor().ifPresent(found.members::add);
            }
            if (each instanceof Recipients.Followers) {
                found.members.addAll(followers.getOrDefault(subject.record(), Set.of()));
            }
            if (sentence(each).isPresent()) {
                int at = next++;
                worked.ifPresent(record -> found.add(record.given().get(at), departments));
            }
        }
        return found;
    }

    /** Who has logged activities, by the record that they are for. */
    private Map<UUID, Set<UUID>> followers(ActionRun run) {
        Map<UUID, Set<UUID>> followers = new HashMap<>();
        List<List<Object>> records = run.subjects().stream()
                .map(subject -> List.<Object>of(subject.record()))
                .distinct()
                .toList();
        for (EntityDefinition entity : run.grants().catalog().all()) {
            for (Trait trait : entity.traits()) {
                String field = trait.fields().getOrDefault("record", "");
                boolean here = trait.kind() == TraitKind.ACTIVITY
                        && entity.field(field)
                                .flatMap(found -> found.type().target())
                                .filter(run.entity().code()::equals)
                                .isPresent();
                if (here) {
                    add(run, entity, field, records, followers);
                }
            }
        }
        return followers;
    }

    private void add(
            ActionRun run,
            EntityDefinition activity,
            String field,
            List<List<Object>> records,
            Map<UUID, Set<UUID>> followers) {
        Set<UUID> ids = new HashSet<>();
        finder.find(run.ctx(), run.caller(), activity.code(), List.of(field), records)
                .values()
                .forEach(ids::addAll);
        List<JsonNode> asked = Stream.of(field, SystemFields.OWNER, SystemFields.CREATED_BY)
                .<JsonNode>map(JsonNodeFactory.instance::stringNode)
                .toList();
        for (WorkedRecord each : reader.workOut(run.ctx(), run.grants(), activity.code(), ids, asked, false)) {
            if (each.given().getFirst().value() instanceof UUID record) {
                Set<UUID> all = followers.computeIfAbsent(record, _ -> new LinkedHashSet<>());
                all.addAll(ids(each.given().get(1).value()));
                all.addAll(ids(each.given().get(2).value()));
            }
        }
    }

    /** What one subject's recipients come to, before those who left are taken out. */
    private static final class Found {
        private final Set<UUID> members = new LinkedHashSet<>();
        private final Set<String> mails = new LinkedHashSet<>();
        private final Set<String> phones = new LinkedHashSet<>();

        void add(WorkedRecord.Given given, Map<UUID, Set<UUID>> departments) {
            switch (one(given.type())) {
                case Type.Member _ -> members.addAll(ids(given.value()));
                case Type.Department _ ->
                    ids(given.value()).forEach(id -> members.addAll(departments.getOrDefault(id, Set.of())));
                default -> {
                    String code = given.like().map(FieldType::code).orElse("");
                    Set<String> addresses = code.equals("phone") ? phones : mails;
                    texts(given.value()).forEach(text -> addresses.add(text.toString()));
                }
            }
        }

        Reached reached(Set<UUID> active) {
            Set<UUID> kept = new LinkedHashSet<>(members);
            kept.retainAll(active);
            return new Reached(kept, List.copyOf(mails), List.copyOf(phones));
        }
    }
}
