package io.zhike.record;

import io.zhike.access.RecordScope;
import io.zhike.expression.Environment;
import io.zhike.expression.sql.SqlScope;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
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
        return records().children(code);
    }

    @Override
    public Environment environment() {
        return frame.environment();
    }

    @Override
    public Field<UUID> departmentOf(Field<UUID> member) {
        return records().departmentOf(member);
    }

    @Override
    public Field<UUID> supervisorOf(Field<UUID> member) {
        return records().supervisorOf(member);
    }

    @Override
    public Condition isInDepartment(Field<UUID> department, Field<UUID> root) {
        return records().isInDepartment(department, root);
    }

    private RecordScope records() {
        return frame.records(relations);
    }
}
