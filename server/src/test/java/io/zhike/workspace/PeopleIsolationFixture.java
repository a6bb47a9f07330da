package io.zhike.workspace;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The people of a workspace, for {@link IsolationTest}. */
@Component
class PeopleIsolationFixture implements IsolationFixture {
    private final Departments departments;
    private final Groups groups;
    private final Keys keys;

    PeopleIsolationFixture(Departments departments, Groups groups, Keys keys) {
        this.departments = departments;
        this.groups = groups;
        this.keys = keys;
    }

    @Override
    public Map<String, String> fill(TestWorkspace workspace, String mark) {
        Workspace filled = workspace.workspace();
        TestWorkspace.Person person = workspace.newMember("member " + mark);
        Department department = departments.create(filled, "department " + mark, null);
        MemberGroup group = groups.create(filled, "group " + mark, List.of(person.id()));
        Keys.Key key = keys.create(
                        filled, person.id(), "key " + mark, Instant.now().plusSeconds(9_999))
                .key();
        Map<String, String> values = new LinkedHashMap<>();
        values.put("/api/v1/members/{id}#id", person.id().toString());
        values.put("/api/v1/members/{id}/password#id", person.id().toString());
        values.put("POST /api/v1/members/{id}/password", "{\"password\": \"a fresh password\"}");
        values.put("/api/v1/departments/{id}#id", department.id().toString());
        values.put("/api/v1/groups/{id}#id", group.id().toString());
        values.put("/api/v1/keys/{id}#id", key.id().toString());
        values.put("/api/v1/me/sessions/{id}#id", session(person));
        values.put("/api/v1/workspaces/{id}#id", filled.id().toString());
        values.put("/api/v1/workspaces/{id}/enter#id", filled.id().toString());
        values.put("PATCH /api/v1/members/{id}", "{\"name\": \"stolen\"}");
        values.put("PATCH /api/v1/departments/{id}", "{\"name\": \"stolen\"}");
        values.put("PATCH /api/v1/groups/{id}", "{\"name\": \"stolen\"}");
        values.put("PATCH /api/v1/workspaces/{id}", "{\"name\": \"stolen\"}");
        values.put("POST /api/v1/members", "{\"name\": \"x\", \"supervisor\": \"" + person.id() + "\"}");
        values.put("POST /api/v1/departments", "{\"name\": \"x\", \"parent\": \"" + department.id() + "\"}");
        values.put("POST /api/v1/groups", "{\"name\": \"x\", \"members\": [\"" + person.id() + "\"]}");
        return values;
    }

    private static String session(TestWorkspace.Person person) {
        return person.client()
                .get("/api/v1/me/sessions")
                .expect(200)
                .json()
                .path("items")
                .get(0)
                .path("id")
                .asString();
    }
}
