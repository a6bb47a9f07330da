package io.zhike.definition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The difference of two documents. Lists whose items all have a {@code code}, or name the {@code field} they stand
 * for, are compared item by item, wherever the items stand; any other list is one value.
 */
final class DocumentDiff {
    private final List<Element> elementsBefore;
    private final List<Element> elementsAfter;
    private final List<ElementChange> changes = new ArrayList<>();

    DocumentDiff(List<Element> elementsBefore, List<Element> elementsAfter) {
        this.elementsBefore = elementsBefore;
        this.elementsAfter = elementsAfter;
    }

    List<ElementChange> diff(Definition before, Definition after) {
        compare(before.body(), after.body(), "", "");
        return List.copyOf(changes);
    }

    private void compare(JsonNode before, JsonNode after, String pathBefore, String pathAfter) {
        if (before.equals(after)) {
            return;
        }
        if (before.isObject() && after.isObject()) {
            compareObjects(before, after, pathBefore, pathAfter);
            return;
        }
        Optional<Map<String, Integer>> placesBefore = places(before);
        Optional<Map<String, Integer>> placesAfter = places(after);
        if (placesBefore.isPresent() && placesAfter.isPresent()) {
            new Items(before, after, pathBefore, pathAfter).compare(placesBefore.get(), placesAfter.get());
        } else {
            add(ElementChange.How.CHANGED, pathBefore, pathAfter, before, after);
        }
    }

    private void compareObjects(JsonNode before, JsonNode after, String pathBefore, String pathAfter) {
        Set<String> names = new LinkedHashSet<>(before.propertyNames());
        names.addAll(after.propertyNames());
        for (String name : names) {
            String was = DocumentPath.join(pathBefore, name);
            String is = DocumentPath.join(pathAfter, name);
            if (!after.has(name)) {
                removed(was, before.path(name));
            } else if (!before.has(name)) {
                added(is, after.path(name));
            } else {
                compare(before.path(name), after.path(name), was, is);
            }
        }
    }

    /** Where each item stands in a list, by what it is found by; empty where one has no such thing, or two the same. */
    private static Optional<Map<String, Integer>> places(JsonNode list) {
        Map<String, Integer> places = new LinkedHashMap<>();
        for (int i = 0; i < list.size(); i++) {
            JsonNode item = list.path(i);
            String code = item.path("code").stringValue(item.path("field").stringValue(null));
            if (code == null || places.put(code, i) != null) {
                return Optional.empty();
            }
        }
        return list.isArray() ? Optional.of(places) : Optional.empty();
    }

    private void added(String path, JsonNode value) {
        changes.add(
                new ElementChange(ElementChange.How.ADDED, innermost(elementsAfter, path), null, path, null, value));
    }

    private void removed(String path, JsonNode value) {
        changes.add(
                new ElementChange(ElementChange.How.REMOVED, innermost(elementsBefore, path), path, null, value, null));
    }

    private void add(ElementChange.How how, String pathBefore, String pathAfter, JsonNode was, JsonNode is) {
        changes.add(new ElementChange(how, innermost(elementsAfter, pathAfter), pathBefore, pathAfter, was, is));
    }

    private static String innermost(List<Element> elements, String path) {
        return elements.stream()
                .filter(element -> isWithin(path, element.path()))
                .max(Comparator.comparingInt(element -> element.path().length()))
                .map(Element::code)
                .orElse("");
    }

    private static boolean isWithin(String path, String outer) {
        return path.startsWith(outer)
                && (path.length() == outer.length()
                        || path.charAt(outer.length()) == '.'
                        || path.charAt(outer.length()) == '[');
    }

    /** Two lists whose items are found by code. */
    private final class Items {
        private final JsonNode before;
        private final JsonNode after;
        private final String pathBefore;
        private final String pathAfter;

        Items(JsonNode before, JsonNode after, String pathBefore, String pathAfter) {
            this.before = before;
            this.after = after;
            this.pathBefore = pathBefore;
            this.pathAfter = pathAfter;
        }

        void compare(Map<String, Integer> placesBefore, Map<String, Integer> placesAfter) {
            placesBefore.forEach((code, i) -> {
                if (!placesAfter.containsKey(code)) {
                    removed(DocumentPath.join(pathBefore, i), before.get(i));
                }
            });
            placesAfter.forEach((code, i) -> {
                Integer was = placesBefore.get(code);
                if (was == null) {
                    added(DocumentPath.join(pathAfter, i), after.get(i));
                } else {
                    DocumentDiff.this.compare(
                            before.get(was),
                            after.get(i),
                            DocumentPath.join(pathBefore, was),
                            DocumentPath.join(pathAfter, i));
                }
            });
            compareOrder(placesBefore.keySet(), placesAfter.keySet());
        }

        private void compareOrder(Set<String> codesBefore, Set<String> codesAfter) {
            List<String> stayedBefore =
                    codesBefore.stream().filter(codesAfter::contains).toList();
            List<String> stayedAfter =
                    codesAfter.stream().filter(codesBefore::contains).toList();
            if (!stayedBefore.equals(stayedAfter)) {
                add(ElementChange.How.REORDERED, pathBefore, pathAfter, list(codesBefore), list(codesAfter));
            }
        }

        private ArrayNode list(Set<String> codes) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            codes.forEach(list::add);
            return list;
        }
    }
}
