package io.zhike.record.share;

import io.zhike.access.RecordShare;
import io.zhike.access.ShareLevel;
import io.zhike.access.SharePrincipal;
import io.zhike.workspace.Caller;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** With whom one record is shared. */
@RestController
@RequestMapping("/api/v1/records/{entity}/{id}/shares")
class ShareApi {
    private final Shares shares;

    ShareApi(Shares shares) {
        this.shares = shares;
    }

    /**
     * @param kind member, group or department
     * @param below whether with the departments below too
     * @param level read or update
     * @param until the last day; null for no end
     */
    record Body(
            @Nullable String kind,
            @Nullable UUID principal,
            @Nullable Boolean below,
            @Nullable String level,
            @Nullable LocalDate until) {

        Shares.Wanted wanted() {
            SharePrincipal.Kind of =
                    SharePrincipal.Kind.find(kind == null ? "" : kind).orElseThrow(ShareError.SHARE_WITH_WHOM::problem);
            if (principal == null) {
                throw ShareError.SHARE_WITH_WHOM.problem();
            }
            boolean tree = of == SharePrincipal.Kind.DEPARTMENT && Boolean.TRUE.equals(below);
            ShareLevel wanted =
                    ShareLevel.find(level == null ? "" : level).orElseThrow(ShareError.SHARE_LEVEL::problem);
            return new Shares.Wanted(new SharePrincipal(of, principal, tree), wanted, until);
        }
    }

    /** A person by name; null for one that is not there any more. */
    record Named(UUID id, @Nullable String name) {}

    /** One share. */
    record Answer(
            UUID id,
            String kind,
            Named principal,
            boolean below,
            String level,
            @Nullable LocalDate until,
            @Nullable Named by,
            Instant at) {}

    /** @param most the most that the caller may give */
    record Answers(List<Answer> items, String most) {}

    @GetMapping
    Answers all(Caller caller, @PathVariable String entity, @PathVariable UUID id) {
        Shares.OfRecord found = shares.of(caller, entity, id);
        return new Answers(
                found.shares().stream()
                        .map(share -> answer(share, found.names()))
                        .toList(),
                found.most().code());
    }

    /** Sent again it changes nothing more: a record has one share with each. */
    @PostMapping
    Answers put(Caller caller, @PathVariable String entity, @PathVariable UUID id, @RequestBody Body body) {
        shares.put(caller, entity, id, body.wanted());
        return all(caller, entity, id);
    }

    @DeleteMapping("/{share}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void takeBack(Caller caller, @PathVariable String entity, @PathVariable UUID id, @PathVariable UUID share) {
        shares.takeBack(caller, entity, id, share);
    }

    private static Answer answer(RecordShare share, Map<UUID, String> names) {
        UUID by = share.by();
        SharePrincipal with = share.principal();
        return new Answer(
                share.id(),
                with.kind().code(),
                new Named(with.id(), names.get(with.id())),
                with.below(),
                share.level().code(),
                share.until(),
                by == null ? null : new Named(by, names.get(by)),
                share.at());
    }
}
