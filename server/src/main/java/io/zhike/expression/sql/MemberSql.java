package io.zhike.expression.sql;

import io.zhike.expression.Type;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Members and departments; whom they belong to is the scope's to say. */
final class MemberSql {
    private MemberSql() {}

    static Map<String, SqlFunctions.Value> values() {
        return Map.of(
                "DEPARTMENTOF", c -> c.compilation().scope().departmentOf(c.id(0)),
                "SUPERVISOR", c -> c.compilation().scope().supervisorOf(c.id(0)));
    }

    static Map<String, SqlFunctions.Test> tests() {
        return Map.of("INDEPARTMENT", MemberSql::inDepartment);
    }

    private static Condition inDepartment(SqlCall c) {
        SqlScope scope = c.compilation().scope();
        Field<UUID> department = c.type(0) instanceof Type.Member ? scope.departmentOf(c.id(0)) : c.id(0);
        if (!c.compilation().isConstant(c.argument(1))) {
            return scope.isInDepartment(department, c.id(1));
        }
        if (!(c.compilation().constant(c.argument(1)) instanceof UUID root)) {
            return DSL.falseCondition();
        }
        List<UUID> below = List.copyOf(c.compilation().environment().directory().andBelow(root));
        Type list = new Type.ListOf(Type.DEPARTMENT);
        return Sql.test("{0} = any({1})", department, Sql.bind(below, list));
    }
}
