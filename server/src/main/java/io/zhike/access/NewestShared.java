package io.zhike.access;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.Table;

/**
 * The records that are shared with somebody, each once, as a part of a statement: those that were made last come first, so that
 * the first page of a list needs to look at no more of them than it shows.
 *
 * @param record the id of the record
 * @param made when it was made
 */
public record NewestShared(Table<?> table, Field<UUID> record, Field<OffsetDateTime> made) {}
