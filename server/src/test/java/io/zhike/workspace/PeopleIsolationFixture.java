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
    private final Invitations invitations;
    private final HandOvers handOvers;

    PeopleIsolationFixture(
            Departments departments, Groups groups, Keys keys, Invitations invitations, HandOvers handOvers) {
        this.departments = departments;
        this.groups = groups;
        this.keys = keys;
        this.invitations = invitations;
        this.handOvers = handOvers;
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
        for (String below : List.of("access", "sessions", "invitation", "holdings", "hand-overs")) {
            values.put("/api/v1/members/{id}/" + below + "#id", person.id().toString());
        }
        values.put("/api/v1/departments/{id}/holdings#id", department.id().toString());
        values.put("/api/v1/departments/{id}/merge#id", department.id().toString());
        values.put(
                "POST /api/v1/departments/{id}/merge",
                "{\"into\": \""
                        + departments.create(filled, "other " + mark, null).id() + "\"}");
        values.put(
                "POST /api/v1/members/{id}/hand-overs",
                "{\"successor\": \"" + workspace.administrator().id() + "\"}");
        Invitations.Wanted wanted = new Invitations.Wanted("link " + mark, List.of(department.id()), null, 3, null);
        Invitations.Made link =
                invitations.create(filled, workspace.administrator().id(), wanted);
        values.put("/api/v1/invitations/{id}#id", link.invitation().id().toString());
        values.put("POST /api/v1/invitations", "{\"label\": \"x\", \"departments\": [\"" + department.id() + "\"]}");
        Member leaver = workspace.newMember("leaver " + mark).member();
        HandOver passing = handOvers.begin(workspace.caller(), leaver, new HandOvers.Wanted(person.id(), null, true));
        while (handOvers.find(filled, passing.id()).orElseThrow().finishedAt() == null) {
            Thread.onSpinWait();
        }
        values.put("/api/v1/hand-overs/{id}#id", passing.id().toString());
        values.put("/api/v1/members/{id}/password#id", person.id().toString());
        values.put("POST /api/v1/members/{id}/password", "{\"password\": \"a fresh password\"}");
        values.put("/api/v1/departments/{id}#id", department.id().toString());
        values.put("/api/v1/groups/{id}#id", group.id().toString());
        values.put("/api/v1/keys/{id}#id", key.id().toString());
        values.put("/api/v1/me/sessions/{id}#id", session(person));
        values.put("/api/v1/members/{id}/second-factor#id", person.id().toString());
        values.put("/api/v1/members/{id}/sessions/{session}#id", person.id().toString());
        values.put("/api/v1/members/{id}/sessions/{session}#session", session(person));
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
