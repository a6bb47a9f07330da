package io.zhike.workspace.audit;

import io.zhike.audit.AuditCatalog;
import io.zhike.audit.AuditChain;
import io.zhike.audit.AuditError;
import io.zhike.audit.AuditFilter;
import io.zhike.audit.AuditReader;
import io.zhike.audit.NotedEnd;
import io.zhike.audit.StoredEntry;
import io.zhike.audit.Verdict;
import io.zhike.http.Cursor;
import io.zhike.http.HttpError;
import io.zhike.http.Page;
import io.zhike.message.Language;
import io.zhike.workspace.Caller;
import io.zhike.workspace.Members;
import io.zhike.workspace.Reads;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The audit log of the caller's workspace; for its administrators. */
@RestController
@RequestMapping("/api/v1/audit")
class AuditApi {
    private static final int USUAL = 50;
    private static final int MOST = 500;
    private static final String ORDER = "audit";
    private static final Duration LONGEST_STATEMENT = Duration.ofMinutes(2);

    private final Members members;
    private final AuditReader reader;
    private final AuditChain chain;
    private final AuditCatalog catalog;
    private final AuditExport export;

    AuditApi(Members members, AuditReader reader, AuditChain chain, AuditCatalog catalog, AuditExport export) {
        this.members = members;
        this.reader = reader;
        this.chain = chain;
        this.catalog = catalog;
        this.export = export;
    }

    /**
     * Which entries.
     *
     * @param action codes with commas between; null for all
     * @param kind of the object
     * @param object its key or code
     * @param from the earliest, included
     * @param to the latest, excluded
     * @param text a part of a name, title, address or detail
     */
    record Wanted(
            @Nullable UUID member,
            @Nullable Set<String> action,
            @Nullable String kind,
            @Nullable String object,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable String text) {}

    /** An action to choose from. */
    record Choice(String code, String label) {}

    /**
     * How the chain stands.
     *
     * @param removed the last number that was removed when its time was over; 0 for none
     * @param sealed the last number given
     * @param end to be noted elsewhere, and given to verify
     * @param waiting how many entries are not sealed yet
     */
    record State(
            long removed, long sealed, String end, @Nullable Instant sealedAt, long waiting, int keepDays) {}

    /**
     * What verifying found.
     *
     * @param first the number that the log begins with
     * @param last the last number; where it is broken, the first at which it is
     * @param why null where it holds
     */
    record Verified(
            boolean holds,
            long first,
            long last,
            long entries,
            long waiting,
            @Nullable String end,
            @Nullable String why,
            @Nullable String said) {}

    /** @param end an end that was noted elsewhere; null for none */
    record Noted(@Nullable String end) {}

    record Retention(@Nullable Integer keepDays) {}

    @GetMapping
    Page<AuditView> list(
            Caller caller, Wanted wanted, @RequestParam @Nullable Integer limit, @RequestParam @Nullable String after) {
        members.requireAdmin(caller);
        int most = Page.limit(limit, USUAL, MOST);
        List<StoredEntry> found =
                reader.page(caller.workspace().schema(), filter(wanted), after == null ? null : place(after), most + 1);
        Page<StoredEntry> page = Page.of(
                found,
                most,
                last -> new Cursor(
                        ORDER, List.of(last.at().toString(), last.id().toString())));
        return new Page<>(
                page.items().stream()
                        .map(entry -> AuditView.of(catalog, entry, caller.language()))
                        .toList(),
                page.next());
    }

    /** All actions, by name. */
    @GetMapping("/actions")
    Page<Choice> actions(Caller caller) {
        members.requireAdmin(caller);
        return Page.whole(catalog.all().stream()
                .map(action -> new Choice(action.code(), action.label(caller.language())))
                .sorted(Comparator.comparing(Choice::code))
                .toList());
    }

    /** All entries that are meant, as a file; that it was made is told in the log. */
    @GetMapping("/export")
    void export(
            Caller caller,
            Wanted wanted,
            @RequestParam(defaultValue = "csv") String format,
            HttpServletResponse response)
            throws IOException {
        members.requireAdmin(caller);
        export.write(caller, filter(wanted), format, response);
    }

    @GetMapping("/state")
    State state(Caller caller) {
        members.requireAdmin(caller);
        String schema = caller.workspace().schema().name();
        AuditChain.State state = chain.state(caller.workspace().schema());
        return new State(
                state.removed(),
                state.sealed(),
                new NotedEnd(schema, state.sealed(), state.hash()).toString(),
                state.sealedAt(),
                state.waiting(),
                state.keepDays());
    }

    /** Works all hashes out again; reads the whole log. */
    @Reads
    @PostMapping("/verify")
    Verified verify(Caller caller, @RequestBody(required = false) @Nullable Noted noted) {
        members.requireAdmin(caller);
        String schema = caller.workspace().schema().name();
        NotedEnd end = noted == null || noted.end() == null || noted.end().isBlank()
                ? null
                : NotedEnd.parse(noted.end())
                        .filter(each -> each.schema().equals(schema))
                        .orElseThrow(AuditError.BAD_NOTED_END::problem);
        return switch (chain.verify(caller.workspace().schema(), LONGEST_STATEMENT, end)) {
            case Verdict.Holds holds ->
                new Verified(
                        true,
                        holds.first(),
                        holds.last(),
                        holds.entries(),
                        holds.waiting(),
                        new NotedEnd(schema, holds.last(), holds.hash()).toString(),
                        null,
                        null);
            case Verdict.Broken(long seq, Verdict.Why why) ->
                new Verified(
                        false, 0, seq, 0, 0, null, why.code(), caller.language() == Language.ZH ? why.zh() : why.en());
        };
    }

    @PutMapping("/retention")
    State retain(Caller caller, @RequestBody Retention wanted) {
        members.requireAdmin(caller);
        chain.keep(caller.workspace().schema(), wanted.keepDays() == null ? 0 : wanted.keepDays());
        return state(caller);
    }

    private AuditFilter filter(Wanted wanted) {
        Set<String> names = wanted.action() == null
                ? Set.of()
                : wanted.action().stream().map(this::name).collect(Collectors.toSet());
        return new AuditFilter(
                wanted.member(), names, wanted.kind(), wanted.object(), wanted.from(), wanted.to(), wanted.text());
    }

    private String name(String code) {
        String name = AuditView.name(code);
        if (catalog.find(name).isEmpty()) {
            throw AuditError.UNKNOWN_ACTION.problem(code);
        }
        return name;
    }

    private static AuditReader.Place place(String token) {
        List<@Nullable String> keys = Cursor.parse(token, ORDER, 2).keys();
        try {
            return new AuditReader.Place(Instant.parse(String.valueOf(keys.getFirst())), Cursor.uuid(keys.getLast()));
        } catch (DateTimeParseException malformed) {
            throw HttpError.CURSOR_INVALID.problem();
        }
    }
}
