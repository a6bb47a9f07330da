package io.zhike.definition;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Brings sample tables into an order in which what is pointed to comes first; cycles stay as they are by name. */
final class SampleOrder {
    private static final String ENTITY = "entity";

    private final DefinitionKinds kinds;
    private final DefinitionSet definitions;
    private final Map<String, SampleTable> tables = new TreeMap<>();
    private final Set<String> seen = new HashSet<>();
    private final List<SampleTable> ordered = new ArrayList<>();

    private SampleOrder(DefinitionKinds kinds, DefinitionSet definitions, List<SampleTable> tables) {
        this.kinds = kinds;
        this.definitions = definitions;
        tables.forEach(table -> this.tables.put(table.entity(), table));
    }

    static List<SampleTable> of(DefinitionKinds kinds, DefinitionSet definitions, List<SampleTable> tables) {
        SampleOrder order = new SampleOrder(kinds, definitions, tables);
        order.tables.keySet().forEach(order::add);
        return List.copyOf(order.ordered);
    }

    private void add(String entity) {
        SampleTable table = tables.get(entity);
        if (table == null || !seen.add(entity)) {
            return;
        }
        Set<String> columns = new HashSet<>(table.columns());
        definitions.find(new DefinitionKey(ENTITY, entity)).stream()
                .flatMap(definition -> kinds.get(ENTITY).references(definition, definitions).stream()
                        .filter(reference -> isFilled(definition, reference, columns)))
                .map(Reference::to)
                .filter(to -> to.kind().equals(ENTITY))
                .forEach(to -> add(to.code()));
        ordered.add(table);
    }

    /** Only relations that the sample fills count: a roll-up points to its children, which come later. */
    private static boolean isFilled(Definition definition, Reference reference, Set<String> columns) {
        int end = reference.path().lastIndexOf('.');
        String field = end < 0 ? "" : reference.path().substring(0, end);
        String code = DocumentPath.read(definition.body(), DocumentPath.join(field, "code"))
                .stringValue("");
        return columns.contains(code);
    }
}
