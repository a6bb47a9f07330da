package io.zhike.page;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.zhike.access.Grants;
import io.zhike.expression.Expressions;
import io.zhike.message.Issue;
import io.zhike.message.Label;
import io.zhike.message.Language;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A view as one person can use it: without what that person may not read, and without what is no longer there.
 *
 * @param roles whom it is meant for, told to those who build it
 * @param personal whether it is the caller's own
 * @param usable false where something essential is gone, so that it cannot be shown until it is mended
 * @param leftOut what is not there any more, each with its place; told of a person's own views only
 */
record ViewAnswer(
        String code,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String app,
        Label label,
        String entity,
        ViewType type,
        List<String> columns,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable JsonNode where,
        List<String> sort,
        List<String> group,
        List<Color> colors,
        @Nullable String height,
        List<String> quick,
        Map<String, Total> totals,
        @JsonUnwrapped Layout layout,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> roles,
        boolean personal,
        boolean usable,
        List<LeftOut> leftOut) {
    private static final Expressions LANGUAGE = new Expressions();

    /** A rule with its condition as text and as the tree that the browser evaluates. */
    record Color(JsonNode where, JsonNode tree, String color) {}

    /** See {@link ViewLayout}; what is not set is left out. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Layout(
            @Nullable String by,
            List<String> card,
            @Nullable String sum,
            List<String> hidden,
            @Nullable String from,
            @Nullable String to,
            @Nullable String title,
            @Nullable String color,
            @Nullable String cover,
            @Nullable String progress) {}

    /** A part of the document that does not hold any more, and why. */
    record LeftOut(String path, String message) {}

    /**
     * A view that people share: nobody is told what is hidden from them. Empty where the caller cannot use it, or is not
     * meant to.
     */
    static Optional<ViewAnswer> shared(View view, Grants grants) {
        ViewCheck check = ViewCheck.of(grants);
        Offer offer = new Offer(grants);
        List<String> roles = offer.tellsRoles(view) ? view.roles() : List.of();
        return Optional.of(view)
                .filter(offer::has)
                .map(offered -> of(offered, check, check.issues(offered), roles, false, List.of()))
                .filter(ViewAnswer::usable);
    }

    /** The caller's own view. */
    static ViewAnswer personal(View view, ViewCheck check, Language language) {
        List<Issue> issues = check.issues(view);
        List<LeftOut> leftOut = issues.stream()
                .map(issue -> new LeftOut(issue.path(), issue.message().in(language)))
                .toList();
        return of(view, check, issues, List.of(), true, leftOut);
    }

    private static ViewAnswer of(
            View view,
            ViewCheck check,
            List<Issue> issues,
            List<String> roles,
            boolean personal,
            List<LeftOut> leftOut) {
        Set<String> wrong = issues.stream().map(Issue::path).collect(Collectors.toSet());
        Parts parts = new Parts(wrong);
        return new ViewAnswer(
                view.code(),
                view.app(),
                view.label(),
                view.entity(),
                view.type(),
                parts.of("columns", view.columns()),
                parts.of("where", view.where()),
                parts.of("sort", view.sort()),
                parts.of("group", view.group()),
                colors(view, check, wrong),
                view.height().orElse(null),
                parts.of("quick", view.quick()),
                totals(view, wrong),
                layout(view.layout(), parts),
                roles,
                personal,
                usable(view, check, wrong),
                leftOut);
    }

    /** A condition or an order that speaks of a field which the caller may not read would tell about that field. */
    private static boolean usable(View view, ViewCheck check, Set<String> wrong) {
        boolean essential = view.uses().stream().noneMatch(use -> use.essential() && wrong.contains(use.place()));
        return check.knows(view.entity()) && essential && !wrong.contains("where");
    }

    private static List<Color> colors(View view, ViewCheck check, Set<String> wrong) {
        List<Color> colors = new ArrayList<>();
        for (int i = 0; i < view.colors().size(); i++) {
            ColorRule rule = view.colors().get(i);
            if (!wrong.contains("colors[" + i + "].where")) {
                check.tree(view.entity(), rule.where())
                        .ifPresent(tree -> colors.add(new Color(rule.where(), LANGUAGE.toJson(tree), rule.color())));
            }
        }
        return colors;
    }

    private static Map<String, Total> totals(View view, Set<String> wrong) {
        Map<String, Total> totals = new LinkedHashMap<>(view.totals());
        totals.keySet().removeIf(field -> wrong.contains("totals." + field));
        return totals;
    }

    private static Layout layout(ViewLayout layout, Parts parts) {
        return new Layout(
                parts.of("by", layout.by()),
                parts.of("card", layout.card()),
                parts.of("sum", layout.sum()),
                parts.of("hidden", layout.hidden()),
                parts.of("from", layout.from()),
                parts.of("to", layout.to()),
                parts.of("title", layout.title()),
                parts.of("color", layout.color()),
                parts.of("cover", layout.cover()),
                parts.of("progress", layout.progress()));
    }

    /** The parts of a document that nothing is wrong with. */
    private record Parts(Set<String> wrong) {

        List<String> of(String name, List<String> items) {
            return IntStream.range(0, items.size())
                    .filter(i -> !wrong.contains(name + "[" + i + "]"))
                    .mapToObj(items::get)
                    .toList();
        }

        <T> @Nullable T of(String name, Optional<T> value) {
            return wrong.contains(name) ? null : value.orElse(null);
        }
    }
}
