package io.zhike.workspace;

import io.zhike.audit.Actor;
import io.zhike.audit.AuditOrigin;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Callers as the audit log knows them. */
final class Actors {
    private Actors() {}

    static Actor stranger(String address) {
        return new Actor(AuditOrigin.STRANGER, null, null, null, address);
    }

    static Actor of(Caller caller, KnownCallers.Known known, String address) {
        String via = caller.origin() instanceof Origin.Preview(var _, String role) ? role : known.via();
        UUID member = caller.origin() instanceof Origin.SeenAs(var _, UUID looker) ? looker : caller.member();
        return new Actor(origin(caller.origin()), member, known.name(), via, address);
    }

    /** Whom work in the background is done for. */
    static Actor of(Caller caller, @Nullable String name) {
        String via = switch (caller.origin()) {
            case Origin.Session _, Origin.Key _, Origin.SeenAs _ -> null;
            case Origin.Preview preview -> preview.role();
            case Origin.Background background -> background.what();
            case Origin.SystemTask task -> task.what();
        };
        return new Actor(origin(caller.origin()), caller.member(), name, via, null);
    }

    private static AuditOrigin origin(Origin origin) {
        return switch (origin) {
            case Origin.Session _ -> AuditOrigin.SESSION;
            case Origin.Looking _ -> AuditOrigin.PREVIEW;
            case Origin.Key _ -> AuditOrigin.KEY;
            case Origin.Background _ -> AuditOrigin.BACKGROUND;
            case Origin.SystemTask _ -> AuditOrigin.SYSTEM;
        };
    }
}
