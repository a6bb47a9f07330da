package io.zhike.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A person's authenticator app, for tests over HTTP. A code counts once: each {@link #code} is of another step. */
final class Phone {
    private final byte[] secret;
    private final List<String> recoveryCodes = new ArrayList<>();
    private long last;

    private Phone(byte[] secret) {
        this.secret = secret;
    }

    /** Sets a second factor up for who {@code client} is signed in as. */
    static Phone enrol(Client client) {
        JsonNode begun = client.post("/api/v1/me/second-factor", Map.of("password", TestServer.PASSWORD))
                .expect(200)
                .json();
        Phone phone = new Phone(Base32.bytes(begun.path("secret").asString()));
        assertThat(begun.path("address").asString())
                .startsWith("otpauth://totp/")
                .contains(begun.path("secret").asString());
        JsonNode codes = client.post("/api/v1/me/second-factor/confirmation", Map.of("code", phone.code()))
                .expect(200)
                .json()
                .path("recoveryCodes");
        codes.forEach(code -> phone.recoveryCodes.add(code.asString()));
        return phone;
    }

    /** One that was not given yet: the steps before, at and after the present one. There are three, and time brings more. */
    String code() {
        long present = Totp.stepAt(Instant.now());
        last = Math.max(last + 1, present - 1);
        assertThat(last).describedAs("no more than three codes at a time").isLessThanOrEqualTo(present + 1);
        return Totp.code(secret, last);
    }

    /** The last one again. */
    String sameCode() {
        return Totp.code(secret, last);
    }

    List<String> recoveryCodes() {
        return recoveryCodes;
    }
}
