package io.zhike.record.transfer;

import io.zhike.workspace.Caller;
import io.zhike.workspace.Department;
import io.zhike.workspace.Departments;
import io.zhike.workspace.Member;
import io.zhike.workspace.Members;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Finds members and departments by their names, for files that know people by name. */
@Component
final class People {
    private final Members members;
    private final Departments departments;

    People(Members members, Departments departments) {
        this.members = members;
        this.departments = departments;
    }

    /** For each name the members who have it; none where nobody does. */
    Map<String, List<UUID>> members(Caller caller, Collection<String> names) {
        Map<String, List<UUID>> found = new HashMap<>();
        names.forEach(name -> found.put(
                name,
                members.named(caller.workspace(), name).stream().map(Member::id).toList()));
        return found;
    }

    /** For each name the departments that have it; none where no department does. */
    Map<String, List<UUID>> departments(Caller caller, Collection<String> names) {
        Map<String, List<UUID>> found = new HashMap<>();
        names.forEach(name -> found.put(
                name,
                departments.named(caller.workspace(), name).stream()
                        .map(Department::id)
                        .toList()));
        return found;
    }
}
