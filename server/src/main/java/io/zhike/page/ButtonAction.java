package io.zhike.page;

import java.util.List;
import java.util.Optional;

/** What a button does. */
sealed interface ButtonAction {

    /** The name of the action in definitions and answers. */
    String code();

    /** The fields it fills in, in the order of the definition; none where it writes nothing. */
    default List<ButtonValue> values() {
        return List.of();
    }

    /** Changes fields of the record. */
    record Set(@Override List<ButtonValue> values) implements ButtonAction {
        public Set {
            values = List.copyOf(values);
        }

        @Override
        public String code() {
            return "set";
        }
    }

    /**
     * Makes a record.
     *
     * @param entity what it is a record of
     * @param back the relation of the new record that points back to this one
     * @param atOnce whether it is made without a form to look over
     */
    record Create(
            String entity,
            Optional<String> back,
            boolean atOnce,
            @Override List<ButtonValue> values) implements ButtonAction {
        public Create {
            values = List.copyOf(values);
        }

        @Override
        public String code() {
            return "create";
        }
    }

    /** Opens what a relation of the record points to. */
    record OpenRelated(String relation) implements ButtonAction {
        @Override
        public String code() {
            return "open";
        }
    }

    /** Opens a view that people share. */
    record OpenView(String view) implements ButtonAction {
        @Override
        public String code() {
            return "open";
        }
    }

    /** @param template as it was written; see {@link UrlTemplate} */
    record OpenUrl(String template) implements ButtonAction {
        @Override
        public String code() {
            return "open";
        }
    }

    /** Runs a rule for the record, with the rule's own rights. */
    record RunRule(String rule) implements ButtonAction {
        @Override
        public String code() {
            return "run";
        }
    }

    /** Calls the number in a field, and then asks what was said. */
    record Call(String field) implements ButtonAction {
        @Override
        public String code() {
            return "call";
        }
    }
}
