package io.zhike.expression;

import static io.zhike.expression.FunctionSpec.Kind;
import static io.zhike.expression.FunctionSpec.Parameter;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who asks, and how members and departments belong together. */
final class MemberFunctions {
    private static final Parameter MEMBER = Parameter.of("成员", "member", Kind.MEMBER);
    private static final Parameter DEPARTMENT = Parameter.of("部门", "department", Kind.DEPARTMENT);

    private MemberFunctions() {}

    static List<FunctionSpec> all() {
        return List.of(
                member("ME", "当前成员", "Me")
                        .says("正在操作的成员；系统自己运行时为空。", "The member who asks; blank when it is the system itself.")
                        .takes(Kind.MEMBER)
                        .reading(TreeFacts.Reading.CALLER)
                        .example("ISME(ME())", "TRUE")
                        .runs(a -> a.environment().caller()),
                member("ISME", "是本人", "Is me")
                        .says("是不是正在操作的成员。", "Whether it is the member who asks.")
                        .takes(Kind.BOOL, MEMBER)
                        .reading(TreeFacts.Reading.CALLER)
                        .example("ISME(SUPERVISOR(ME()))", "FALSE")
                        .expands(call -> new Expression.Compare(
                                Expression.Comparison.EQ,
                                call.parts().getFirst(),
                                new Expression.Call("ME", List.of(), Type.MEMBER))),
                member("MYDEPARTMENT", "当前部门", "My department")
                        .says("正在操作的成员的主部门。", "The main department of the member who asks.")
                        .takes(Kind.DEPARTMENT)
                        .reading(TreeFacts.Reading.CALLER)
                        .reading(TreeFacts.Reading.STAFF)
                        .example("MYDEPARTMENT() = DEPARTMENTOF(ME())", "TRUE")
                        .runs(a -> department(a, a.environment().caller())),
                member("MYDEPARTMENTS", "当前部门及下级", "My departments")
                        .says("正在操作的成员的部门和它的全部下级部门。", "The department of the member who asks, and all below it.")
                        .takes(Kind.LIST)
                        .reading(TreeFacts.Reading.CALLER)
                        .reading(TreeFacts.Reading.STAFF)
                        .example("MYDEPARTMENT() IN MYDEPARTMENTS()", "TRUE")
                        .runs(a -> below(a, department(a, a.environment().caller()))),
                member("DEPARTMENTOF", "所属部门", "Department of")
                        .says("成员的主部门。", "The main department of a member.")
                        .takes(Kind.DEPARTMENT, MEMBER)
                        .reading(TreeFacts.Reading.STAFF)
                        .example("ISBLANK(DEPARTMENTOF(ME()))", "FALSE")
                        .runs(a -> department(a, a.id(0))),
                member("SUPERVISOR", "上级", "Supervisor")
                        .says("成员的直接上级。", "Whom a member reports to.")
                        .takes(Kind.MEMBER, MEMBER)
                        .reading(TreeFacts.Reading.STAFF)
                        .example("ISBLANK(SUPERVISOR(ME()))", "FALSE")
                        .runs(a -> a.environment().directory().supervisorOf(a.id(0))),
                member("INDEPARTMENT", "在部门内", "In a department")
                        .says(
                                "成员或部门是否属于某部门或其下级。",
                                "Whether a member or department belongs to a department or to one below it.")
                        .takes(Kind.BOOL, MEMBER, DEPARTMENT)
                        .takes(Kind.BOOL, DEPARTMENT, DEPARTMENT)
                        .reading(TreeFacts.Reading.STAFF)
                        .lenient()
                        .example("INDEPARTMENT(ME(), MYDEPARTMENT())", "TRUE")
                        .example("INDEPARTMENT(SUPERVISOR(ME()), MYDEPARTMENT())", "FALSE")
                        .runs(MemberFunctions::inDepartment));
    }

    private static FunctionSpec member(String name, String zh, String en) {
        return FunctionSpec.named(name, FunctionSpec.Group.MEMBER, zh, en);
    }

    private static @Nullable UUID department(Arguments a, @Nullable UUID member) {
        return member == null ? null : a.environment().directory().departmentOf(member);
    }

    private static List<UUID> below(Arguments a, @Nullable UUID department) {
        if (department == null) {
            return List.of();
        }
        List<UUID> all = new ArrayList<>(a.environment().directory().andBelow(department));
        all.sort(Evaluation::order);
        return all;
    }

    private static boolean inDepartment(Arguments a) {
        if (a.get(0) == null || a.get(1) == null) {
            return false;
        }
        UUID department = a.type(0) instanceof Type.Member ? department(a, a.id(0)) : a.id(0);
        return department != null
                && a.environment().directory().andBelow(a.id(1)).contains(department);
    }
}
