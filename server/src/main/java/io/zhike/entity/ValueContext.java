package io.zhike.entity;

import io.zhike.message.Language;
import java.time.ZoneId;

/** What reading and showing values depends on beside the field: the workspace's zone and the reader's language. */
public record ValueContext(ZoneId zone, Language language) {}
