package io.zhike.workspace;

import io.zhike.message.Issue;
import io.zhike.message.Language;
import io.zhike.sheet.Cell;
import io.zhike.sheet.Header;
import io.zhike.sheet.Row;
import io.zhike.sheet.RowCursor;
import io.zhike.sheet.SheetFile;
import io.zhike.sheet.SheetInfo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads people from a table, whose columns are found by their names in either language. Looks nothing up. */
final class PeopleSheet {
    static final int MOST = 500;
    private static final Pattern SEVERAL = Pattern.compile("[;；、,，\n]");
    private static final Pattern STEPS = Pattern.compile("[/／>]");

    private PeopleSheet() {}

    /** What columns may hold, and what they are called. */
    enum Column {
        NAME("姓名", "名字", "name"),
        ACCOUNT("账号", "帐号", "登录名", "account", "user name", "username"),
        DEPARTMENT("部门", "所属部门", "department", "departments"),
        JOB_TITLE("职务", "职位", "岗位", "position", "title", "job title"),
        SUPERVISOR("上级", "直属上级", "直接上级", "supervisor", "manager"),
        ROLE("角色", "role", "roles");

        private final List<String> names;

        Column(String... names) {
            this.names = List.of(names);
        }

        /** As issues call it. */
        String path() {
            return switch (this) {
                case NAME -> "name";
                case ACCOUNT -> "account";
                case DEPARTMENT -> "departments";
                case JOB_TITLE -> "jobTitle";
                case SUPERVISOR -> "supervisor";
                case ROLE -> "roles";
            };
        }
    }

    /**
     * One person of the table.
     *
     * @param number of the row, as spreadsheets count
     * @param departments paths from the top, the main one first
     * @param supervisor a name or an account; null for none
     * @param roles names or codes
     * @param issues what could not be read
     */
    record Person(
            long number,
            String name,
            @Nullable String account,
            List<List<String>> departments,
            @Nullable String jobTitle,
            @Nullable String supervisor,
            List<String> roles,
            List<Issue> issues) {
        Person {
            departments = List.copyOf(departments);
            roles = List.copyOf(roles);
            issues = List.copyOf(issues);
        }
    }

    /**
     * The people of the first sheet that is not hidden.
     *
     * @throws io.zhike.message.ProblemException where there is no column of names, nobody, or too many
     */
    static List<Person> read(SheetFile file, Language language) {
        String sheet = file.sheets().stream()
                .filter(info -> !info.hidden())
                .map(SheetInfo::name)
                .findFirst()
                .orElseThrow(WorkspaceError.SHEET_EMPTY_OF_PEOPLE::problem);
        Header header = file.guessHeader(sheet, language);
        Map<Column, Integer> columns = columns(header);
        if (!columns.containsKey(Column.NAME)) {
            throw WorkspaceError.SHEET_WITHOUT_NAMES.problem();
        }
        List<Person> people = new ArrayList<>();
        try (RowCursor rows = file.data(sheet, header)) {
            while (rows.hasNext()) {
                if (people.size() == MOST) {
                    throw WorkspaceError.SHEET_TOO_LONG.problem(MOST);
                }
                people.add(person(rows.next(), columns));
            }
        }
        if (people.isEmpty()) {
            throw WorkspaceError.SHEET_EMPTY_OF_PEOPLE.problem();
        }
        return people;
    }

    private static Map<Column, Integer> columns(Header header) {
        Map<Column, Integer> columns = new EnumMap<>(Column.class);
        for (int i = 0; i < header.columns().size(); i++) {
            String name = header.columns().get(i).strip().toLowerCase(Locale.ROOT);
            for (Column column : Column.values()) {
                if (column.names.contains(name)) {
                    columns.putIfAbsent(column, i);
                }
            }
        }
        return columns;
    }

    private static Person person(Row row, Map<Column, Integer> columns) {
        List<Issue> issues = new ArrayList<>();
        Map<Column, String> texts = new EnumMap<>(Column.class);
        columns.forEach((column, index) -> texts.put(column, text(row.cell(index), column, issues)));
        return new Person(
                row.number(),
                texts.getOrDefault(Column.NAME, ""),
                blankToNull(texts.get(Column.ACCOUNT)),
                several(texts.get(Column.DEPARTMENT)).stream()
                        .map(path -> parts(path, STEPS))
                        .toList(),
                blankToNull(texts.get(Column.JOB_TITLE)),
                blankToNull(texts.get(Column.SUPERVISOR)),
                several(texts.get(Column.ROLE)),
                issues);
    }

    private static String text(Cell cell, Column column, List<Issue> issues) {
        return switch (cell) {
            case Cell.Text(String value) -> value.strip();
            case Cell.Number number -> number.value().toPlainString();
            case Cell.Blank _ -> "";
            case Cell.Date _, Cell.DateTime _, Cell.Bool _, Cell.Broken _ -> {
                issues.add(Issue.at(column.path(), WorkspaceError.CELL_UNREADABLE, column.path()));
                yield "";
            }
        };
    }

    private static List<String> several(@Nullable String text) {
        return text == null ? List.of() : parts(text, SEVERAL);
    }

    private static List<String> parts(String text, Pattern separator) {
        return Arrays.stream(separator.split(text))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
