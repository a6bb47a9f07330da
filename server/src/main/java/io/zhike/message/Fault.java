package io.zhike.message;

/** Whose fault a failure is, and with it the HTTP status that tells so. */
public enum Fault {
    /** The input cannot be understood or breaks a rule. */
    INVALID(400),
    /** Nobody is signed in, or the credentials are wrong. */
    UNAUTHENTICATED(401),
    /** The caller may not do this. */
    FORBIDDEN(403),
    /** It is not there, or the caller may not know that it is. */
    NOT_FOUND(404),
    /** It clashes with the present state: a version, a uniqueness, a running job. */
    CONFLICT(409),
    /** The input is larger than is taken. */
    TOO_LARGE(413),
    /** The caller sends more than its rate. */
    TOO_MANY(429),
    /** Our own mistake. */
    INTERNAL(500),
    /** Something we need is not there just now; trying again may help. */
    UNAVAILABLE(503);

    private final int status;

    Fault(int status) {
        this.status = status;
    }

    public int status() {
        return status;
    }
}
