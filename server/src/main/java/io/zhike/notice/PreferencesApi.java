package io.zhike.notice;

import io.zhike.store.Database;
import io.zhike.workspace.Caller;
import io.zhike.workspace.MailAddresses;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** How the caller wants to be told. */
@RestController
@RequestMapping("/api/v1/me/notice-preferences")
class PreferencesApi {
    private final Database database;
    private final Providers providers;
    private final MailAddresses addresses;
    private final Clock clock;

    PreferencesApi(Database database, Providers providers, MailAddresses addresses, Clock clock) {
        this.database = database;
        this.providers = providers;
        this.addresses = addresses;
        this.clock = clock;
    }

    @GetMapping
    ObjectNode preferences(Caller caller) {
        UUID member = caller.memberOrThrow();
        Preferences found =
                database.read(ctx -> new PreferenceStore(ctx, caller.workspace().schema()).of(member));
        return answer(caller, found);
    }

    @PutMapping
    ObjectNode choose(Caller caller, @RequestBody ObjectNode body) {
        UUID member = caller.memberOrThrow();
        Preferences wanted = PreferenceJson.sent(body, providers.offered());
        database.writing(
                ctx -> new PreferenceStore(ctx, caller.workspace().schema()).put(member, wanted, clock.instant()));
        return answer(caller, wanted);
    }

    private ObjectNode answer(Caller caller, Preferences preferences) {
        UUID member = caller.memberOrThrow();
        Set<Channel> offered = providers.offered();
        ObjectNode json = PreferenceJson.of(preferences, offered);
        ArrayNode channels = json.putArray("channels").add(PreferenceJson.IN_APP);
        offered.forEach(channel -> channels.add(channel.code()));
        return json.put(
                "usualAddress", addresses.of(caller.workspace(), Set.of(member)).get(member));
    }
}
