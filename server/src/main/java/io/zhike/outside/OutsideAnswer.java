package io.zhike.outside;

import io.zhike.message.Message;

/** What came of a call. */
public sealed interface OutsideAnswer {

    /** The other side answered; of its words nothing is kept. A redirect is an answer and not followed. */
    record Answered(int status) implements OutsideAnswer {}

    /** It may not be called; nothing was sent. */
    record Refused(Message why) implements OutsideAnswer {}

    /** It was not reached, or did not answer in time; whether it took the call is not known. */
    record Failed(Message why) implements OutsideAnswer {}
}
