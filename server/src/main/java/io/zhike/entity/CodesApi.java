package io.zhike.entity;

import io.zhike.workspace.Caller;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Codes for new things, made from what people call them. */
@RestController
class CodesApi {

    record Answer(String code) {}

    /**
     * A code that is valid and not reserved.
     *
     * @param entity whether it is for an entity; without it, for a field or an option
     * @param taken codes that it must not be
     */
    @GetMapping("/api/v1/codes")
    Answer suggest(
            Caller caller,
            @RequestParam String label,
            @RequestParam(defaultValue = "false") boolean entity,
            @RequestParam(required = false) @Nullable List<String> taken) {
        List<String> used = taken == null ? List.of() : taken;
        return new Answer(entity ? CodeSuggestion.forEntity(label, used) : CodeSuggestion.from(label, used));
    }
}
