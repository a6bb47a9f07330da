package io.zhike.notice;

import java.util.UUID;

/** A record that something is about. Whether anybody may know what it is called is asked whenever it is shown. */
public record About(String entity, UUID record) {}
