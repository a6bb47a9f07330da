package io.zhike.workspace;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zhike.sheet.SheetFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Members by a table; for administrators in a browser. Handed out are links, never passwords, and none is kept here. */
@RestController
@RequestMapping("/api/v1/members/file")
class PeopleFileApi {
    private final PeopleFiles files;
    private final Members members;

    PeopleFileApi(PeopleFiles files, Members members) {
        this.files = files;
        this.members = members;
    }

    /** @param newDepartments paths from the top, joined by {@code /}, of departments that are not there */
    record Preview(List<Line> rows, List<String> newDepartments) {}

    /** One person of the table, and what is wrong. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Line(
            long row,
            String name,
            @Nullable String account,
            List<String> departments,
            @Nullable String jobTitle,
            @Nullable String supervisor,
            List<String> roles,
            List<Wrong> problems) {}

    record Wrong(String path, String message) {}

    record Done(List<PeopleFiles.Added> members) {}

    /** What the table would come to. */
    @PostMapping(value = "/preview", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Preview preview(Caller caller, @RequestPart(required = false) @Nullable MultipartFile file) throws IOException {
        requireAdminInBrowser(caller);
        PeoplePlan plan = files.plan(caller.workspace(), people(caller, file));
        return new Preview(
                plan.lines().stream().map(line -> line(caller, line)).toList(),
                plan.newDepartments().stream()
                        .map(path -> String.join("/", path))
                        .toList());
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    Done add(
            Caller caller,
            @RequestPart(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "false") boolean makeDepartments)
            throws IOException {
        requireAdminInBrowser(caller);
        return new Done(files.add(caller, people(caller, file), makeDepartments));
    }

    private static Line line(Caller caller, PeoplePlan.Line line) {
        PeopleSheet.Person person = line.person();
        return new Line(
                person.number(),
                person.name(),
                person.account(),
                person.departments().stream()
                        .map(path -> String.join("/", path))
                        .toList(),
                person.jobTitle(),
                person.supervisor(),
                person.roles(),
                line.issues().stream()
                        .map(issue -> new Wrong(issue.path(), issue.message().in(caller.language())))
                        .toList());
    }

    private static List<PeopleSheet.Person> people(Caller caller, @Nullable MultipartFile sent) throws IOException {
        if (sent == null) {
            throw WorkspaceError.SHEET_MISSING.problem();
        }
        Path copy = Files.createTempFile("people", ".sheet");
        try {
            sent.transferTo(copy);
            try (SheetFile file = SheetFile.open(copy, String.valueOf(sent.getOriginalFilename()))) {
                return PeopleSheet.read(file, caller.language());
            }
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    private void requireAdminInBrowser(Caller caller) {
        members.requireAdmin(caller);
        if (!(caller.origin() instanceof Origin.Session)) {
            throw WorkspaceError.SESSION_NEEDED.problem();
        }
    }
}
