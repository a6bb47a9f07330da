package io.zhike.workspace;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.zhike.http.Patch;
import io.zhike.message.Issue;
import io.zhike.store.Database;
import io.zhike.store.Ids;
import io.zhike.store.JobKey;
import io.zhike.store.Jobs;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Begins hand-overs and tells how far they are. The work is done by {@link HandOverJob}. */
@Component
class HandOvers {
    private final Database database;
    private final Holdings holdings;
    private final Members members;
    private final Departments departments;
    private final Jobs jobs;
    private final Clock clock;

    HandOvers(Database database, Holdings holdings, Members members, Departments departments, Jobs jobs, Clock clock) {
        this.database = database;
        this.holdings = holdings;
        this.members = members;
        this.departments = departments;
        this.jobs = jobs;
        this.clock = clock;
    }

    /**
     * To whom things pass.
     *
     * @param successor of everything that {@code successors} does not speak of
     * @param successors by the code of a holding; null leaves what may be left
     * @param ends whether the member is deactivated in the end; null for yes
     */
    record Wanted(
            @Nullable UUID successor,
            @JsonSetter(contentNulls = Nulls.SET) @Nullable Map<String, @Nullable UUID> successors,
            @Nullable Boolean ends) {

        @Nullable
        UUID successorOf(Holding holding) {
            return successors != null && successors.containsKey(holding.code())
                    ? successors.get(holding.code())
                    : successor;
        }
    }

    /**
     * Begins to hand over what {@code member} holds. Somebody who goes is leaving from then on.
     *
     * @throws io.zhike.message.ProblemException where a successor is missing or unfit, one is under way already, or the
     *     workspace would be left without an administrator
     */
    HandOver begin(Caller caller, Member member, Wanted wanted) {
        Workspace workspace = caller.workspace();
        boolean ends = !Boolean.FALSE.equals(wanted.ends());
        if (ends && member.active() && member.admin() && isLastAdmin(workspace)) {
            throw WorkspaceError.LAST_ADMIN.problem();
        }
        Subject subject = new Subject.OfMember(member.id());
        List<HandOver.Part> parts = parts(workspace, subject, wanted);
        checkMembers(workspace, member, parts);
        HandOver made = of(caller, HandOver.Kind.MEMBER, member.id(), member.name(), ends, parts);
        return begin(workspace, made, ends && member.active());
    }

    /** Begins to make {@code department} a part of another, {@code into}; it is removed in the end. */
    HandOver merge(Caller caller, Department department, UUID into) {
        Workspace workspace = caller.workspace();
        Department target = departments.find(workspace, into).orElseThrow(WorkspaceError.NO_SUCH_DEPARTMENT::problem);
        if (target.path().contains(department.id())) {
            throw WorkspaceError.SUCCESSOR_BELOW.problem();
        }
        Subject subject = new Subject.OfDepartment(department.id());
        List<HandOver.Part> parts = parts(workspace, subject, new Wanted(into, null, true));
        HandOver made = of(caller, HandOver.Kind.DEPARTMENT, department.id(), department.name(), true, parts);
        return begin(workspace, made, false);
    }

    Optional<HandOver> find(Workspace workspace, UUID id) {
        return database.read(ctx -> new HandOverRows(ctx, workspace.schema()).find(id));
    }

    /** Those of a member or department, newest first. */
    List<HandOver> of(Workspace workspace, UUID subject) {
        return database.read(ctx -> new HandOverRows(ctx, workspace.schema()).of(subject));
    }

    private HandOver begin(Workspace workspace, HandOver made, boolean leaves) {
        return database.write(ctx -> {
            HandOverRows rows = new HandOverRows(ctx, workspace.schema());
            new DepartmentRows(ctx, workspace.schema()).lock();
            if (rows.isRunning(made.subject())) {
                throw WorkspaceError.HAND_OVER_RUNNING.problem(made.name());
            }
            if (leaves) {
                MemberChange leaving = MemberChange.none().withLeaving(Patch.of(true));
                members.writes().change(ctx, workspace, made.subject(), leaving, null);
            }
            rows.insert(made);
            PeopleAudit.of(ctx, workspace, made.createdAt()).handOverBegun(made);
            jobs.schedule(
                    ctx,
                    new JobKey(HandOverJob.KIND, made.id().toString()),
                    new HandOverJob.Payload(workspace.id(), made.id()),
                    clock.instant());
            return made;
        });
    }

    private HandOver of(
            Caller caller, HandOver.Kind kind, UUID subject, String name, boolean ends, List<HandOver.Part> parts) {
        Instant now = clock.instant();
        return new HandOver(
                Ids.at(now),
                kind,
                subject,
                name,
                caller.memberOrThrow(),
                caller.language().name(),
                HandOver.State.PASSING,
                ends,
                null,
                now,
                null,
                parts);
    }

    private List<HandOver.Part> parts(Workspace workspace, Subject subject, Wanted wanted) {
        List<HandOver.Part> parts = new ArrayList<>();
        List<Issue> issues = new ArrayList<>();
        for (Holding holding : holdings.of(workspace, subject)) {
            long count = holding.count();
            boolean passes = holding.fate() == Holding.Fate.PASSES || holding.fate() == Holding.Fate.MAY_PASS;
            UUID successor = passes ? wanted.successorOf(holding) : null;
            if (holding.fate() == Holding.Fate.PASSES && successor == null && count > 0) {
                issues.add(Issue.at(holding.code(), WorkspaceError.SUCCESSOR_NEEDED, holding.label()));
            }
            if (count > 0 || successor != null) {
                parts.add(new HandOver.Part(
                        holding.code(),
                        holding.label(),
                        holding.fate(),
                        successor,
                        count,
                        0,
                        0,
                        successor == null,
                        List.of()));
            }
        }
        if (!issues.isEmpty()) {
            throw WorkspaceError.VALUES_TO_CORRECT.problem(issues, issues.size());
        }
        return parts;
    }

    private void checkMembers(Workspace workspace, Member leaver, List<HandOver.Part> parts) {
        Set<UUID> named = parts.stream()
                .flatMap(part -> Optional.ofNullable(part.successor()).stream())
                .collect(Collectors.toSet());
        List<Member> found = members.find(workspace, named);
        boolean fit = found.size() == named.size()
                && found.stream()
                        .allMatch(each -> each.active()
                                && each.leavingSince() == null
                                && !each.id().equals(leaver.id()));
        if (!fit) {
            throw WorkspaceError.SUCCESSOR_UNFIT.problem();
        }
    }

    private boolean isLastAdmin(Workspace workspace) {
        return members.select(workspace, Columns.ADMIN.isTrue().and(Columns.ACTIVE.isTrue()))
                        .size()
                < 2;
    }
}
