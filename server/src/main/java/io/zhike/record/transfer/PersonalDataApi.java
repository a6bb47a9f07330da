package io.zhike.record.transfer;

import io.zhike.entity.Field;
import io.zhike.message.Label;
import io.zhike.record.PersonalData;
import io.zhike.workspace.Caller;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is held on the person for whom a record stands: to see, to take along, to erase. For administrators. */
@RestController
@RequestMapping("/api/v1/records/{entity}/{id}/personal-data")
class PersonalDataApi {
    private final PersonalData data;
    private final PersonalExport export;

    PersonalDataApi(PersonalData data, PersonalExport export) {
        this.data = data;
        this.export = export;
    }

    /** Records of one entity. */
    record PartAnswer(String entity, Label label, String kind, int records, List<FieldAnswer> fields) {
        static PartAnswer of(PersonalData.Part part) {
            return new PartAnswer(
                    part.entity().code(),
                    part.entity().label(),
                    part.kind().name().toLowerCase(Locale.ROOT),
                    part.ids().size(),
                    part.fields().stream().map(FieldAnswer::of).toList());
        }
    }

    record FieldAnswer(String code, Label label) {
        static FieldAnswer of(Field field) {
            return new FieldAnswer(field.code(), field.label());
        }
    }

    record HeldAnswer(String title, List<PartAnswer> parts, int changes, List<PersonalData.Kept> kept) {}

    /** What to erase. */
    record Erasure(
            @Nullable String confirm,
            @Nullable Set<String> related,
            @Nullable Set<String> kept) {}

    /** How many records lost personal data. */
    record Erased(int records) {}

    @GetMapping
    HeldAnswer held(Caller caller, @PathVariable String entity, @PathVariable UUID id) {
        PersonalData.Held held = data.held(caller, entity, id);
        return new HeldAnswer(
                held.title(), held.parts().stream().map(PartAnswer::of).toList(), held.changes(), held.kept());
    }

    @GetMapping("/export")
    void export(Caller caller, @PathVariable String entity, @PathVariable UUID id, HttpServletResponse response)
            throws IOException {
        PersonalData.Held held = data.held(caller, entity, id);
        response.setContentType("application/zip");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(held.title() + ".zip", StandardCharsets.UTF_8)
                        .build()
                        .toString());
        // Told before the first byte leaves: what broke off left, too.
        data.exported(caller, held, id);
        export.write(caller, held, id, response.getOutputStream());
    }

    @PostMapping("/erase")
    Erased erase(Caller caller, @PathVariable String entity, @PathVariable UUID id, @RequestBody Erasure wanted) {
        PersonalData.Wish wish = new PersonalData.Wish(
                wanted.related() == null ? Set.of() : wanted.related(),
                wanted.kept() == null ? Set.of() : wanted.kept());
        String confirm = wanted.confirm() == null ? "" : wanted.confirm();
        return new Erased(data.erase(caller, entity, id, confirm, wish));
    }
}
