package io.zhike.workspace;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What somebody who is signed in must do before anything else. */
enum Confinement {
    /** Set up a second factor. */
    @JsonProperty("second-factor")
    SECOND_FACTOR(WorkspaceError.SECOND_FACTOR_NEEDED),
    /** Change a password that has expired. */
    @JsonProperty("password")
    PASSWORD(WorkspaceError.PASSWORD_EXPIRED);

    private final WorkspaceError error;

    Confinement(WorkspaceError error) {
        this.error = error;
    }

    WorkspaceError error() {
        return error;
    }
}
