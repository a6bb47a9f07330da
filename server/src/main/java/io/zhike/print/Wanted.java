package io.zhike.print;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All that a template asks of records, each with the first place that asks. */
final class Wanted {
    /** How many different fields and sentences a template may ask for: each is a column of one statement. */
    static final int MOST = 300;

    private final List<Use> paths = new ArrayList<>();
    private final List<Use> images = new ArrayList<>();
    private final List<Use> formulas = new ArrayList<>();
    private final List<Use> conditions = new ArrayList<>();
    private final List<PrintNode.Rows> rows = new ArrayList<>();
    private boolean linked;

    /** One place of the document, and the path or sentence that stands there. */
    record Use(String place, String what) {}

    static Wanted of(PrintTemplate template) {
        Wanted wanted = new Wanted();
        template.subject().forEach(wanted::inline);
        wanted.blocks(template.body());
        wanted.band("header", template.header());
        wanted.band("footer", template.footer());
        return wanted;
    }

    /** Fields that are printed as text. */
    List<Use> paths() {
        return paths;
    }

    /** Fields that are printed as images. */
    List<Use> images() {
        return images;
    }

    List<Use> formulas() {
        return formulas;
    }

    List<Use> conditions() {
        return conditions;
    }

    List<PrintNode.Rows> rows() {
        return rows;
    }

    /** Whether the address of the record's page stands in it as a text. */
    boolean linked() {
        return linked;
    }

    /** Every path of the record, texts and images, each once. */
    List<String> allPaths() {
        Set<String> all = new LinkedHashSet<>();
        paths.forEach(use -> all.add(use.what()));
        images.forEach(use -> all.add(use.what()));
        return List.copyOf(all);
    }

    /** Every sentence, each once. */
    List<String> allFormulas() {
        Set<String> all = new LinkedHashSet<>();
        formulas.forEach(use -> all.add(use.what()));
        conditions.forEach(use -> all.add(use.what()));
        return List.copyOf(all);
    }

    boolean tooMuch() {
        return allPaths().size() + allFormulas().size() > MOST;
    }

    private void band(String place, PrintTemplate.Band band) {
        List<String> names = List.of("left", "center", "right");
        for (int i = 0; i < names.size(); i++) {
            String at = place + "." + names.get(i);
            Blanks.paths(band.texts().get(i)).forEach(path -> paths.add(new Use(at, path)));
        }
    }

    private void blocks(List<PrintNode.Block> blocks) {
        blocks.forEach(this::block);
    }

    private void block(PrintNode.Block block) {
        switch (block) {
            case PrintNode.Paragraph paragraph -> paragraph.parts().forEach(this::inline);
            case PrintNode.Items items -> items.items().forEach(this::blocks);
            case PrintNode.Table table -> table.rows().forEach(row -> row.forEach(cell -> blocks(cell.content())));
            case PrintNode.FieldPicture picture -> images.add(new Use(picture.place(), picture.path()));
            case PrintNode.Square square -> {
                Optional<String> path = square.path();
                path.ifPresent(found -> paths.add(new Use(square.place(), found)));
            }
            case PrintNode.Rows found -> rows.add(found);
            case PrintNode.When when -> {
                conditions.add(new Use(when.place(), when.condition()));
                blocks(when.content());
            }
            case PrintNode.Rule _, PrintNode.PageBreak _, PrintNode.Picture _ -> {}
        }
    }

    private void inline(PrintNode.Inline inline) {
        switch (inline) {
            case PrintNode.Value value -> {
                switch (value.source()) {
                    case PrintNode.Source.Path(String path) -> paths.add(new Use(value.place(), path));
                    case PrintNode.Source.Formula(String text) -> formulas.add(new Use(value.place(), text));
                    case PrintNode.Source.Link _ -> linked = true;
                }
            }
            case PrintNode.Text _, PrintNode.LineBreak _ -> {}
        }
    }
}
