package io.zhike.page;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zhike.message.Label;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One thing that a form shows, in the order of reading. Written as JSON it is what the document holds. */
@JsonInclude(JsonInclude.Include.NON_NULL)
sealed interface FormElement {

    /** How many columns the whole width has. */
    int COLUMNS = 24;

    /** This element with only the fields that pass; empty where nothing is left to show. */
    Optional<FormElement> only(Predicate<String> fields);

    /** @param span in columns; null is as wide as the field's type needs */
    record Placed(String field, @Nullable Integer span) implements FormElement {
        @Override
        public Optional<FormElement> only(Predicate<String> fields) {
            return fields.test(field) ? Optional.of(this) : Optional.empty();
        }
    }

    /** A sentence between the fields. */
    record Note(String code, Label text, @Nullable Integer span) implements FormElement {
        @Override
        public Optional<FormElement> only(Predicate<String> fields) {
            return Optional.of(this);
        }
    }

    /** A line across. */
    record Divider(String code, boolean divider) implements FormElement {
        @Override
        public Optional<FormElement> only(Predicate<String> fields) {
            return Optional.of(this);
        }
    }

    /**
     * Elements that belong together; holds no other section.
     *
     * @param label null draws no heading
     * @param collapsed whether only the heading shows until it is opened
     */
    record Section(String code, @Nullable Label label, boolean collapsed, List<FormElement> items)
            implements FormElement {
        public Section {
            items = List.copyOf(items);
        }

        @Override
        public Optional<FormElement> only(Predicate<String> fields) {
            List<FormElement> left = FormElement.only(items, fields);
            return showsNothingOf(items, left)
                    ? Optional.empty()
                    : Optional.of(new Section(code, label, collapsed, left));
        }
    }

    /** Pages of which one shows at a time. */
    record Tabs(String code, List<Tab> tabs) implements FormElement {
        public Tabs {
            tabs = List.copyOf(tabs);
        }

        @Override
        public Optional<FormElement> only(Predicate<String> fields) {
            List<Tab> left = tabs.stream()
                    .flatMap(tab -> {
                        List<FormElement> items = FormElement.only(tab.items, fields);
                        return showsNothingOf(tab.items, items)
                                ? Stream.empty()
                                : Stream.of(new Tab(tab.code, tab.label, items));
                    })
                    .toList();
            return left.isEmpty() ? Optional.empty() : Optional.of(new Tabs(code, left));
        }
    }

    /** One page of {@link Tabs}. */
    record Tab(String code, Label label, List<FormElement> items) {
        public Tab {
            items = List.copyOf(items);
        }
    }

    /** Those of {@code elements} that have something to show. */
    static List<FormElement> only(List<FormElement> elements, Predicate<String> fields) {
        return elements.stream()
                .flatMap(element -> element.only(fields).stream())
                .toList();
    }

    /** Whether all fields of a place were taken out of it, so that only its decoration is left. */
    private static boolean showsNothingOf(List<FormElement> before, List<FormElement> left) {
        return before.stream().anyMatch(Placed.class::isInstance)
                && left.stream().noneMatch(Placed.class::isInstance);
    }
}
