package io.zhike.workspace;

import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** The one place that knows all that stands in somebody's name, of whichever module. */
@Component
class Holdings {
    private final List<HoldingSource> sources;

    Holdings(List<HoldingSource> sources) {
        this.sources = List.copyOf(sources);
    }

    /** Everything, what passes to a successor first. */
    List<Holding> of(Workspace workspace, Subject subject) {
        return sources.stream()
                .flatMap(source -> source.of(workspace, subject).stream())
                .sorted(Comparator.comparing(Holding::fate))
                .toList();
    }
}
