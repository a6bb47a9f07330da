package io.zhike.workspace;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Under which address people reach Zhike, for the links in its mails. */
@RestController
@RequestMapping("/api/v1/settings/address")
class SiteAddressApi {
    private final Members members;
    private final SiteAddresses addresses;

    SiteAddressApi(Members members, SiteAddresses addresses) {
        this.members = members;
        this.addresses = addresses;
    }

    /** @param address null for none: mails hold no links then */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Setting(@Nullable String address) {}

    @GetMapping
    Setting read(Caller caller) {
        members.requireAdmin(caller);
        return new Setting(
                addresses.of(caller.workspace()).map(SiteAddress::home).orElse(null));
    }

    @PutMapping
    Setting choose(Caller caller, @RequestBody Setting wanted) {
        addresses.choose(caller, wanted.address());
        return read(caller);
    }
}
