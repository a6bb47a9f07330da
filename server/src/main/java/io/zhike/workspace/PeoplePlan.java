package io.zhike.workspace;

import io.zhike.message.Issue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the people of a table come to in one workspace: who they report to, where they belong, and what is wrong. */
final class PeoplePlan {
    private final List<Line> lines;
    private final Set<List<String>> newDepartments;

    private PeoplePlan(List<Line> lines, Set<List<String>> newDepartments) {
        this.lines = List.copyOf(lines);
        this.newDepartments = newDepartments;
    }

    /**
     * One person.
     *
     * @param roles codes
     * @param supervisor null for none
     */
    record Line(
            PeopleSheet.Person person,
            List<String> roles,
            @Nullable Boss supervisor,
            List<Issue> issues) {}

    /** A supervisor who is there, or who is in the table. */
    sealed interface Boss {
        record There(UUID member) implements Boss {}

        record InTable(int line) implements Boss {}
    }

    /** What is known of the workspace. */
    record Known(
            Workspace workspace,
            List<Department> departments,
            List<Member> members,
            Map<String, Member> byAccount,
            Set<String> invited,
            Accounts accounts,
            RoleGiving roles) {}

    static PeoplePlan of(List<PeopleSheet.Person> people, Known known) {
        Set<List<String>> missing = new LinkedHashSet<>();
        Map<List<String>, UUID> paths = paths(known.departments());
        Set<String> seen = new HashSet<>();
        List<Line> lines = new ArrayList<>();
        for (PeopleSheet.Person person : people) {
            List<Issue> issues = new ArrayList<>(person.issues());
            checkWords(person, issues);
            checkAccount(person, seen, known, issues);
            person.departments().stream()
                    .filter(path -> !paths.containsKey(path))
                    .forEach(missing::add);
            lines.add(new Line(
                    person, roles(person, known, issues), boss(person, people, known, issues), List.copyOf(issues)));
        }
        return new PeoplePlan(lines, withParents(missing, paths.keySet()));
    }

    List<Line> lines() {
        return lines;
    }

    /** Paths from the top of departments that are not there, each after its parent. */
    Set<List<String>> newDepartments() {
        return newDepartments;
    }

    /** The departments that are there, by their path of names. */
    static Map<List<String>, UUID> paths(Collection<Department> departments) {
        Map<UUID, String> names = new HashMap<>();
        departments.forEach(each -> names.put(each.id(), each.name()));
        Map<List<String>, UUID> paths = new HashMap<>();
        departments.forEach(each -> paths.put(
                each.path().stream().map(id -> names.getOrDefault(id, "")).toList(), each.id()));
        return paths;
    }

    private static Set<List<String>> withParents(Set<List<String>> missing, Set<List<String>> there) {
        Set<List<String>> all = new LinkedHashSet<>();
        for (List<String> path : missing) {
            for (int depth = 1; depth <= path.size(); depth++) {
                List<String> above = List.copyOf(path.subList(0, depth));
                if (!there.contains(above)) {
                    all.add(above);
                }
            }
        }
        return all;
    }

    private static void checkWords(PeopleSheet.Person person, List<Issue> issues) {
        if (person.name().isBlank()) {
            issues.add(Issue.at("name", WorkspaceError.REQUIRED, "name"));
        }
        tooLong("name", person.name(), issues);
        tooLong("jobTitle", person.jobTitle(), issues);
        person.departments().stream()
                .flatMap(List::stream)
                .filter(name -> name.length() > MemberWrites.LONGEST_NAME)
                .findFirst()
                .ifPresent(name -> tooLong("departments", name, issues));
    }

    private static void tooLong(String path, @Nullable String text, List<Issue> issues) {
        if (text != null && text.length() > MemberWrites.LONGEST_NAME) {
            issues.add(Issue.at(path, WorkspaceError.TOO_LONG, path, MemberWrites.LONGEST_NAME));
        }
    }

    private static void checkAccount(PeopleSheet.Person person, Set<String> seen, Known known, List<Issue> issues) {
        String account = person.account();
        if (account == null) {
            return;
        }
        Checks checks = new Checks();
        issues.addAll(Accounts.check(checks, "account", account).issues());
        String key = Accounts.key(account);
        if (!seen.add(key)) {
            issues.add(Issue.at("account", WorkspaceError.TWICE_IN_SHEET, account));
        } else if (known.invited().contains(key)) {
            issues.add(Issue.at("account", WorkspaceError.ALREADY_INVITED, account));
        } else if (known.accounts().named(account).isPresent()) {
            issues.add(Issue.at("account", WorkspaceError.ACCOUNT_TAKEN, account));
        }
    }

    private static List<String> roles(PeopleSheet.Person person, Known known, List<Issue> issues) {
        List<String> codes = new ArrayList<>();
        for (String text : person.roles()) {
            Optional<String> found = known.roles().find(known.workspace(), text);
            found.ifPresent(codes::add);
            if (found.isEmpty()) {
                issues.add(Issue.at("roles", WorkspaceError.UNKNOWN_ROLE, text));
            }
        }
        return codes;
    }

    private static @Nullable Boss boss(
            PeopleSheet.Person person, List<PeopleSheet.Person> people, Known known, List<Issue> issues) {
        String text = person.supervisor();
        if (text == null) {
            return null;
        }
        List<Boss> found = new ArrayList<>();
        Member byAccount = known.byAccount().get(Accounts.key(text));
        if (byAccount != null) {
            return new Boss.There(byAccount.id());
        }
        for (int i = 0; i < people.size(); i++) {
            String account = people.get(i).account();
            if (account != null && Accounts.key(account).equals(Accounts.key(text))) {
                return new Boss.InTable(i);
            }
            if (people.get(i).name().equals(text)) {
                found.add(new Boss.InTable(i));
            }
        }
        known.members().stream()
                .filter(member -> member.name().equals(text))
                .forEach(member -> found.add(new Boss.There(member.id())));
        if (found.size() != 1) {
            issues.add(Issue.at(
                    "supervisor",
                    found.isEmpty() ? WorkspaceError.UNKNOWN_SUPERVISOR : WorkspaceError.SUPERVISOR_AMBIGUOUS,
                    text));
            return null;
        }
        return found.getFirst();
    }
}
