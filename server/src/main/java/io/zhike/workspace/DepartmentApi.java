package io.zhike.workspace;

import io.zhike.http.Idempotency;
import io.zhike.http.IfMatch;
import io.zhike.http.Page;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The departments of the caller's workspace. Everybody sees them, administrators change them. */
@RestController
@RequestMapping("/api/v1/departments")
class DepartmentApi {
    private final Departments departments;
    private final Members members;
    private final Holdings holdings;
    private final Once once;

    DepartmentApi(Departments departments, Members members, Holdings holdings, Once once) {
        this.departments = departments;
        this.members = members;
        this.holdings = holdings;
        this.once = once;
    }

    /** All of them, each after its parent: the tree is small, and pickers want it whole. */
    @GetMapping
    Page<Department> list(Caller caller) {
        return Page.whole(departments.all(caller.workspace()));
    }

    @GetMapping("/{id}")
    Department get(Caller caller, @PathVariable UUID id) {
        return departments.find(caller.workspace(), id).orElseThrow(WorkspaceError.NO_SUCH_DEPARTMENT::problem);
    }

    @PostMapping
    ResponseEntity<String> create(Caller caller, Idempotency request, @RequestBody DepartmentWrites.Wanted wanted) {
        members.requireAdmin(caller);
        return once.write(
                caller,
                request,
                HttpStatus.CREATED,
                ctx -> departments.writes().create(ctx, caller.workspace(), wanted));
    }

    @PatchMapping("/{id}")
    Department change(
            Caller caller, @PathVariable UUID id, IfMatch match, @RequestBody DepartmentWrites.Change change) {
        members.requireAdmin(caller);
        return departments.writes().change(caller.workspace(), id, change, match.version());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Caller caller, @PathVariable UUID id) {
        members.requireAdmin(caller);
        refuseWhereRecordsBelong(caller, get(caller, id));
        departments.writes().delete(caller.workspace(), id);
    }

    /** Records of a department that is gone would be in nobody's reach; people and departments are told by the write itself. */
    private void refuseWhereRecordsBelong(Caller caller, Department department) {
        for (Holding holding : holdings.of(caller.workspace(), new Subject.OfDepartment(department.id()))) {
            long count = holding.code().startsWith("records/") ? holding.count() : 0;
            if (count > 0) {
                throw WorkspaceError.DEPARTMENT_HAS_RECORDS.problem(department.name(), count, holding.label());
            }
        }
    }
}
