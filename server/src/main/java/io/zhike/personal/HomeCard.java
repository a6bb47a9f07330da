package io.zhike.personal;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zhike.definition.DefinitionKey;
import io.zhike.message.Issue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One card of a home, as it is sent and kept. What it names may be gone or out of reach at any later time, so only its shape
 * is checked; the gates say at each reading what the member may see.
 *
 * @param id its name within the home
 * @param width in columns, 1 to 3
 * @param title the member's own; null for the usual one
 * @param entity whose records a figure or a list is about
 * @param view over which view
 * @param where a condition besides, as a text in the language or its tree
 * @param fn what a figure is
 * @param of of which field
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record HomeCard(
        @Nullable String id,
        @Nullable String type,
        @Nullable Integer width,
        @Nullable String title,
        @Nullable String entity,
        @Nullable String view,
        @Nullable JsonNode where,
        @Nullable String fn,
        @Nullable String of) {
    static final int LONGEST_TITLE = 60;
    static final int LONGEST_CONDITION = 8_000;

    private static final int LONGEST_PATH = 200;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{1,40}");

    enum Type {
        PLAN,
        TODOS,
        WEEK,
        FIGURE,
        LIST,
        RECENT,
        FAVOURITES,
        MENTIONS,
        NEWS,
        APPS
    }

    enum Fn {
        COUNT,
        SUM,
        AVG,
        MIN,
        MAX
    }

    private static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static boolean among(Enum<?>[] known, @Nullable String code) {
        return Arrays.stream(known).anyMatch(each -> code(each).equals(code));
    }

    private static String all(Enum<?>[] known) {
        return Arrays.stream(known).map(HomeCard::code).collect(Collectors.joining(", "));
    }

    /** What is wrong with its shape; an id that another card has is for the home to find. */
    List<Issue> issues() {
        List<Issue> issues = new ArrayList<>();
        if (id == null || !ID.matcher(id).matches()) {
            issues.add(Issue.at("id", PersonalError.CARD_ID));
        }
        if (!among(Type.values(), type)) {
            issues.add(Issue.at("type", PersonalError.CARD_TYPE, type == null ? "" : type, all(Type.values())));
        }
        if (width == null || width < 1 || width > 3) {
            issues.add(Issue.at("width", PersonalError.CARD_WIDTH));
        }
        if (title != null && title.length() > LONGEST_TITLE) {
            issues.add(Issue.at("title", PersonalError.CARD_TITLE, LONGEST_TITLE));
        }
        issues.addAll(content());
        return issues;
    }

    private List<Issue> content() {
        List<Issue> issues = new ArrayList<>();
        boolean figure = code(Type.FIGURE).equals(type);
        if ((figure || code(Type.LIST).equals(type)) && entity == null) {
            issues.add(Issue.at("entity", PersonalError.CARD_NEEDS, "entity"));
        }
        if (figure && (fn == null || !fn.equals(code(Fn.COUNT))) && of == null) {
            issues.add(Issue.at("of", PersonalError.CARD_NEEDS, "of"));
        }
        if (fn != null && !among(Fn.values(), fn)) {
            issues.add(Issue.at("fn", PersonalError.CARD_FN, fn, all(Fn.values())));
        }
        notACode("entity", entity).forEach(issues::add);
        notACode("view", view).forEach(issues::add);
        if (of != null
                && (of.length() > LONGEST_PATH
                        || !Arrays.stream(of.split("\\.", -1)).allMatch(DefinitionKey::isCode))) {
            issues.add(Issue.at("of", PersonalError.CARD_CODE, of));
        }
        if (where != null && !where.isNull() && !isCondition(where)) {
            issues.add(Issue.at("where", PersonalError.CARD_CONDITION, LONGEST_CONDITION));
        }
        return issues;
    }

    private static Stream<Issue> notACode(String name, @Nullable String code) {
        return code == null || DefinitionKey.isCode(code)
                ? Stream.empty()
                : Stream.of(Issue.at(name, PersonalError.CARD_CODE, code));
    }

    private static boolean isCondition(JsonNode where) {
        return (where.isString() || where.isObject()) && where.toString().length() <= LONGEST_CONDITION;
    }
}
