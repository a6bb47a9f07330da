package io.zhike.record;

import io.zhike.expression.Environment;
import io.zhike.expression.sql.SqlScope;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Field;

/** The record at the end of some relations of a frame, as expressions see it: paths from it are joins of the frame. */
final class FrameScope implements SqlScope {
    private final Frame frame;
    private final List<String> relations;

    FrameScope(Frame frame, List<String> relations) {
        this.frame = frame;
        this.relations = List.copyOf(relations);
    }

    @Override
    public Field<?> path(List<String> codes) {
        List<String> path = new ArrayList<>(relations);
        path.addAll(codes);
        return frame.value(path);
    }

    @Override
    public Children children(String code) {
        return frame.records(relations).children(code);
    }

    @Override
    public Environment environment() {
        return frame.environment();
    }
}
