package io.zhike.page;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zhike.access.Access;
import io.zhike.access.Grants;
import io.zhike.definition.Definitions;
import io.zhike.http.Page;
import io.zhike.message.Label;
import io.zhike.workspace.Caller;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The published forms, with the fields that are there for the caller. */
@RestController
@RequestMapping("/api/v1/forms")
class FormApi {
    private final Definitions definitions;
    private final Access access;

    FormApi(Definitions definitions, Access access) {
        this.definitions = definitions;
        this.access = access;
    }

    /** @param standard whether it is the one for new records and for the facts of a record */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Answer(
            String code,
            @Nullable String app,
            Label label,
            String entity,
            boolean standard,
            List<FormElement> layout) {}

    /**
     * By code.
     *
     * @param entity only the forms of this entity
     */
    @GetMapping
    Page<Answer> forms(Caller caller, @RequestParam(required = false) @Nullable String entity) {
        Grants grants = access.of(caller);
        return Page.whole(definitions.published(caller.workspace()).ofKind(FormKind.KIND).stream()
                .map(Form::of)
                .filter(form -> entity == null || entity.equals(form.entity()))
                .filter(form -> grants.on(form.entity()).visible())
                .map(form -> answer(form, grants.on(form.entity()).fields().shown()))
                .toList());
    }

    private static Answer answer(Form form, Set<String> shown) {
        return new Answer(
                form.code(),
                form.app(),
                form.label(),
                form.entity(),
                form.code().equals(form.entity()),
                FormElement.only(form.layout(), shown::contains));
    }
}
