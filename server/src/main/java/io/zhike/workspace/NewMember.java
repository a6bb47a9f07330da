package io.zhike.workspace;

import io.zhike.message.Language;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A member to be made.
 *
 * @param account the name to sign in with; null for a member who does not sign in
 * @param password needed with an account
 * @param jobTitle what the member is by position; null for nothing
 * @param language null follows the browser
 * @param department the main one
 * @param departments further ones; null for none
 * @param admin of the workspace; null for no
 */
public record NewMember(
        @Nullable String name,
        @Nullable String account,
        @Nullable String password,
        @Nullable String jobTitle,
        @Nullable Language language,
        @Nullable UUID supervisor,
        @Nullable UUID department,
        @Nullable List<UUID> departments,
        @Nullable Boolean admin) {

    /** Somebody who only has a name. */
    public static NewMember named(String name) {
        return new NewMember(name, null, null, null, null, null, null, null, false);
    }
}
