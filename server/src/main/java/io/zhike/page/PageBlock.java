package io.zhike.page;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.zhike.message.Label;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One thing that a record page shows. Written as JSON it is what the document holds.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
sealed interface PageBlock {

    /** How many lines of a related list show where the document does not say. */
    int LINES = 10;

    @JsonUnwrapped
    Head head();

    @JsonProperty("type")
    BlockType type();

    /** Adds what the block needs beside its head. */
    void uses(String page, String place, List<PageUse> uses);

    /** The block with another head and as {@code sight} leaves it; empty where nothing sensible is left. */
    Optional<PageBlock> without(Head head, String place, Sight sight);

    /**
     * What all blocks have.
     *
     * @param label its heading; null for the one that its type has
     * @param shown when it is shown: a condition over the record; null for always
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Head(
            String code, @Nullable Label label, @Nullable JsonNode shown) {}

    /** Fields of the record. */
    record Facts(@Override Head head, @Nullable String form, List<String> fields) implements PageBlock {
        public Facts {
            fields = List.copyOf(fields);
        }

        @Override
        public BlockType type() {
            return BlockType.FACTS;
        }

        @Override
        public void uses(String page, String place, List<PageUse> uses) {
            if (form != null) {
                uses.add(new PageUse.OfForm(place + ".form", form));
            }
            need(place + ".fields", page, fields, FieldNeed.SHOWN, uses);
        }

        /** By a form that is gone the facts are laid out as in the standard one. */
        @Override
        public Optional<PageBlock> without(Head head, String place, Sight sight) {
            String left = sight.hides(place + ".form") ? null : form;
            List<String> shown = left(fields, place + ".fields", sight);
            return !fields.isEmpty() && shown.isEmpty() ? Optional.empty() : Optional.of(new Facts(head, left, shown));
        }
    }

    /** What happened, and a line to add to it. */
    record Timeline(@Override Head head) implements PageBlock {
        @Override
        public BlockType type() {
            return BlockType.TIMELINE;
        }

        @Override
        public void uses(String page, String place, List<PageUse> uses) {}

        @Override
        public Optional<PageBlock> without(Head head, String place, Sight sight) {
            return Optional.of(new Timeline(head));
        }
    }

    /** What is to be done about the record; each person sees of it what the to-dos themselves show. */
    record Todos(@Override Head head) implements PageBlock {
        @Override
        public BlockType type() {
            return BlockType.TODOS;
        }

        @Override
        public void uses(String page, String place, List<PageUse> uses) {}

        @Override
        public Optional<PageBlock> without(Head head, String place, Sight sight) {
            return Optional.of(new Todos(head));
        }
    }

    /**
     * Records of another entity that point to this one.
     *
     * @param relation their field that does
     * @param columns their fields; empty for the usual
     * @param where which of them; null for all
     * @param rows how many lines before "more"
     */
    record Related(
            @Override Head head,
            String entity,
            String relation,
            List<String> columns,
            List<String> sort,
            @Nullable JsonNode where,
            int rows)
            implements PageBlock {
        public Related {
            columns = List.copyOf(columns);
            sort = List.copyOf(sort);
        }

        @Override
        public BlockType type() {
            return BlockType.RELATED;
        }

        @Override
        public void uses(String page, String place, List<PageUse> uses) {
            uses.add(new PageUse.OfEntity(place + ".entity", entity));
            uses.add(new PageUse.OfRelation(place + ".relation", entity, relation));
            need(place + ".columns", entity, columns, FieldNeed.SHOWN, uses);
            need(place + ".sort", entity, sort.stream().map(View::path).toList(), FieldNeed.OWN, uses);
            if (where != null) {
                uses.add(new PageUse.OfCondition(place + ".where", entity, where));
            }
        }

        /** A condition that speaks of what the caller may not read would tell about it, so the whole list goes. */
        @Override
        public Optional<PageBlock> without(Head head, String place, Sight sight) {
            boolean gone =
                    sight.hides(place + ".entity") || sight.hides(place + ".relation") || sight.hides(place + ".where");
            List<String> shown = left(columns, place + ".columns", sight);
            return gone || (!columns.isEmpty() && shown.isEmpty())
                    ? Optional.empty()
                    : Optional.of(new Related(
                            head,
                            entity,
                            relation,
                            shown,
                            left(sort, place + ".sort", sight),
                            sight.condition(entity, where),
                            rows));
        }
    }

    /** Values shown large, side by side. */
    record Figures(@Override Head head, List<Figure> figures) implements PageBlock {
        public Figures {
            figures = List.copyOf(figures);
        }

        @Override
        public BlockType type() {
            return BlockType.FIGURES;
        }

        @Override
        public void uses(String page, String place, List<PageUse> uses) {
            for (int i = 0; i < figures.size(); i++) {
                figures.get(i).uses(place + ".figures[" + i + "]", uses);
            }
        }

        @Override
        public Optional<PageBlock> without(Head head, String place, Sight sight) {
            List<Figure> shown = new ArrayList<>();
            for (int i = 0; i < figures.size(); i++) {
                String at = place + ".figures[" + i + "]";
                if (!sight.hides(at + ".value")) {
                    shown.add(figures.get(i).without(at, sight));
                }
            }
            return shown.isEmpty() ? Optional.empty() : Optional.of(new Figures(head, shown));
        }
    }

    /** A text for the team. */
    record Note(@Override Head head, Label text) implements PageBlock {
        @Override
        public BlockType type() {
            return BlockType.NOTE;
        }

        @Override
        public void uses(String page, String place, List<PageUse> uses) {}

        @Override
        public Optional<PageBlock> without(Head head, String place, Sight sight) {
            return Optional.of(new Note(head, text));
        }
    }

    /** Pages of blocks of which one shows at a time; holds no other tabs. */
    record Tabs(@Override Head head, List<Tab> tabs) implements PageBlock {
        public Tabs {
            tabs = List.copyOf(tabs);
        }

        @Override
        public BlockType type() {
            return BlockType.TABS;
        }

        @Override
        public void uses(String page, String place, List<PageUse> uses) {
            for (int i = 0; i < tabs.size(); i++) {
                RecordLayout.uses(page, tabs.get(i).blocks(), blocks(place, i), uses);
            }
        }

        @Override
        public Optional<PageBlock> without(Head head, String place, Sight sight) {
            List<Tab> shown = IntStream.range(0, tabs.size())
                    .mapToObj(i ->
                            tabs.get(i).holding(RecordLayout.without(tabs.get(i).blocks(), blocks(place, i), sight)))
                    .filter(tab -> !tab.blocks().isEmpty())
                    .toList();
            return shown.isEmpty() ? Optional.empty() : Optional.of(new Tabs(head, shown));
        }

        private static String blocks(String place, int tab) {
            return place + ".tabs[" + tab + "].blocks";
        }
    }

    /** One page of {@link Tabs}. */
    record Tab(String code, Label label, List<PageBlock> blocks) {
        public Tab {
            blocks = List.copyOf(blocks);
        }

        Tab holding(List<PageBlock> others) {
            return new Tab(code, label, others);
        }
    }

    private static void need(String place, String entity, List<String> paths, FieldNeed need, List<PageUse> uses) {
        for (int i = 0; i < paths.size(); i++) {
            uses.add(new PageUse.OfField(place + "[" + i + "]", entity, paths.get(i), need));
        }
    }

    /** Those of {@code items}, at {@code place}, that nothing is wrong with. */
    static List<String> left(List<String> items, String place, Sight sight) {
        return IntStream.range(0, items.size())
                .filter(i -> !sight.hides(place + "[" + i + "]"))
                .mapToObj(items::get)
                .toList();
    }
}
