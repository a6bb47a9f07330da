package io.zhike.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;

/**
 * Refuses statements that would close the way to many machines: {@code search_path}, session advisory locks, MERGE,
 * volatile functions in UPDATE, tables without their schema, and two workspaces in one statement. The test database runs
 * every statement of every test past it.
 */
public final class StatementLint implements ExecuteListener {
    private static final Pattern TOKEN = Pattern.compile(
            "'(?:[^']|'')*'|\\$(\\w*)\\$.*?\\$\\1\\$|--[^\\n]*|/\\*.*?\\*/|\"(?:[^\"]|\"\")*\"|[\\p{L}_][\\p{L}\\p{N}_$]*|\\S",
            Pattern.DOTALL);
    private static final Pattern WORKSPACE = Pattern.compile("w_[a-z0-9]{4,20}");
    private static final Pattern SESSION_LOCK = Pattern.compile("pg_(try_)?advisory_(un)?lock(_shared|_all)?");
    private static final Set<String> VOLATILE = Set.of(
            "random", "clock_timestamp", "gen_random_uuid", "uuidv4", "uuidv7", "nextval", "statement_timestamp");
    private static final Set<String> BEFORE_TABLE = Set.of("from", "join", "into", "update", "using", "table", "copy");
    private static final Set<String> BEFORE_COLUMNS = Set.of("into", "table", "copy");
    private static final Set<String> SKIPPED = Set.of("only", "lateral", "if", "not", "exists", "table");
    private static final Set<String> END_OF_LIST = Set.of(
            "where",
            "group",
            "order",
            "limit",
            "offset",
            "having",
            "returning",
            "set",
            "on",
            "union",
            "intersect",
            "except",
            "window",
            "values",
            "fetch",
            "for",
            "as",
            "select");
    private static final Set<String> FROM_INSIDE = Set.of("extract", "substring", "trim", "overlay", "position");

    @Override
    public void executeStart(ExecuteContext ctx) {
        String sql = ctx.sql();
        List<String> violations = sql == null ? List.of() : violations(sql);
        if (!violations.isEmpty()) {
            throw new IllegalStateException(violations + " in: " + sql);
        }
    }

    /** What is wrong with {@code sql}; empty when nothing is. */
    public static List<String> violations(String sql) {
        List<String> tokens = tokens(sql);
        List<String> violations = new ArrayList<>();
        Set<String> workspaces = new HashSet<>();
        for (int i = 0; i < tokens.size(); i++) {
            String token = word(tokens, i);
            boolean call = "(".equals(word(tokens, i + 1));
            if (token.equals("search_path")) {
                violations.add("search_path");
            } else if (SESSION_LOCK.matcher(token).matches()) {
                violations.add("session advisory lock");
            } else if (i == 0 && token.equals("merge")) {
                violations.add("MERGE");
            } else if (call && word(tokens, 0).equals("update") && VOLATILE.contains(token)) {
                violations.add("volatile function in UPDATE: " + token);
            } else if (".".equals(word(tokens, i + 1))
                    && WORKSPACE.matcher(unquoted(token)).matches()) {
                workspaces.add(unquoted(token));
            }
        }
        if (workspaces.size() > 1) {
            violations.add("two workspaces: " + workspaces.stream().sorted().toList());
        }
        violations.addAll(new Names(tokens).unqualified());
        return violations;
    }

    private static List<String> tokens(String sql) {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(sql);
        while (matcher.find()) {
            String token = matcher.group();
            if (!token.startsWith("--") && !token.startsWith("/*")) {
                tokens.add(token);
            }
        }
        return tokens;
    }

    /** The token in lower case; quoted names as they are; empty beyond the end. */
    private static String word(List<String> tokens, int i) {
        if (i < 0 || i >= tokens.size()) {
            return "";
        }
        String token = tokens.get(i);
        return token.startsWith("\"") ? token : token.toLowerCase(Locale.ROOT);
    }

    private static String unquoted(String name) {
        return name.startsWith("\"") ? name.substring(1, name.length() - 1) : name;
    }

    /** Walks through a statement and finds the tables in it. */
    private static final class Names {
        private final List<String> tokens;
        private final Set<String> known = new HashSet<>();
        private final Deque<Boolean> inList = new ArrayDeque<>(List.of(false));
        private final Deque<String> functions = new ArrayDeque<>(List.of(""));
        private final List<String> unqualified = new ArrayList<>();

        Names(List<String> tokens) {
            this.tokens = tokens;
            for (int i = 0; i < tokens.size(); i++) {
                // with "x" as (…), "y" ("a", "b") as materialized (…)
                if (word(tokens, i).equals("as")
                        && isName(i - 1)
                        && List.of("(", "materialized", "not").contains(word(tokens, i + 1))) {
                    known.add(unquoted(word(tokens, i - 1)));
                } else if (word(tokens, i).equals("as") && ")".equals(word(tokens, i - 1))) {
                    known.add(unquoted(word(tokens, nameBeforeList(i - 1))));
                }
            }
        }

        List<String> unqualified() {
            for (int i = 0; i < tokens.size(); i++) {
                visit(i, word(tokens, i));
            }
            return unqualified;
        }

        private void visit(int i, String token) {
            switch (token) {
                case "(" -> {
                    inList.push(false);
                    functions.push(word(tokens, i - 1));
                }
                case ")" -> {
                    if (inList.size() > 1) {
                        inList.pop();
                        functions.pop();
                    }
                }
                case "," -> {
                    if (inList.getFirst()) {
                        check(i + 1);
                    }
                }
                default -> keyword(i, token);
            }
        }

        private void keyword(int i, String token) {
            if (END_OF_LIST.contains(token) && !token.equals("as")) {
                replaceInList(false);
            }
            if (!BEFORE_TABLE.contains(token) || isOtherUse(i, token)) {
                return;
            }
            replaceInList(token.equals("from") || token.equals("using"));
            check(i + 1);
        }

        private void replaceInList(boolean value) {
            inList.pop();
            inList.push(value);
        }

        private boolean isOtherUse(int i, String token) {
            String before = word(tokens, i - 1);
            return switch (token) {
                case "from" ->
                    before.equals("distinct") && !word(tokens, i - 2).equals("select")
                            || FROM_INSIDE.contains(functions.getFirst())
                            || word(tokens, i + 1).equals("stdin");
                case "update" ->
                    List.of("for", "key", "do", "on").contains(before)
                            || word(tokens, i + 1).equals("on");
                case "using" -> !word(tokens, 0).equals("delete");
                case "table" -> before.equals("lock");
                default -> false;
            };
        }

        private void check(int from) {
            int i = from;
            while (SKIPPED.contains(word(tokens, i))) {
                i++;
            }
            String next = word(tokens, i + 1);
            if (isName(i) && !next.equals(".") && !next.equals("(") && !known.contains(unquoted(word(tokens, i)))) {
                unqualified.add("table without its schema: " + tokens.get(i));
            }
            // insert into "t" ("a") is a table all the same, from t(a) is a function
            if (isName(i) && next.equals("(") && BEFORE_COLUMNS.contains(word(tokens, from - 1))) {
                unqualified.add("table without its schema: " + tokens.get(i));
            }
        }

        private boolean isName(int i) {
            String token = word(tokens, i);
            return !token.isEmpty()
                    && (token.startsWith("\"") || Character.isLetter(token.charAt(0)) || token.charAt(0) == '_');
        }

        private int nameBeforeList(int closing) {
            int depth = 0;
            for (int i = closing; i >= 0; i--) {
                depth += word(tokens, i).equals(")") ? 1 : word(tokens, i).equals("(") ? -1 : 0;
                if (depth == 0) {
                    return i - 1;
                }
            }
            return -1;
        }
    }
}
