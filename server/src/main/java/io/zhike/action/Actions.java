package io.zhike.action;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The catalogue: all actions that there are, those of higher modules too. */
@Component
public class Actions {
    private final ObjectProvider<Action> beans;
    private @Nullable Map<String, Action> byCode;

    /** @param beans asked for when the first of them is needed: they need definitions, whose kinds need this */
    Actions(ObjectProvider<Action> beans) {
        this.beans = beans;
    }

    private synchronized Map<String, Action> byCode() {
        Map<String, Action> known = byCode;
        if (known == null) {
            known = new LinkedHashMap<>();
            for (Action action : inOrder()) {
                if (known.put(action.text().code(), action) != null) {
                    throw new IllegalStateException(
                            "two actions " + action.text().code());
                }
            }
            byCode = known;
        }
        return known;
    }

    private List<Action> inOrder() {
        return beans.stream()
                .sorted(Comparator.comparing((Action action) -> action.text().group())
                        .thenComparing(action -> action.text().code()))
                .toList();
    }

    /** All, by group and code. */
    public List<Action> all() {
        return List.copyOf(byCode().values());
    }

    public Optional<Action> find(String code) {
        return Optional.ofNullable(byCode().get(code));
    }

    /** The action of a step that was checked; throws where there is none any more. */
    public Action get(String code) {
        return find(code).orElseThrow(() -> ActionError.UNKNOWN_ACTION.problem(code));
    }
}
