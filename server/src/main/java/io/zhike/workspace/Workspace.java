package io.zhike.workspace;

import io.zhike.message.Language;
import io.zhike.store.WorkspaceSchema;
import java.time.ZoneId;
import java.util.UUID;

/**
 * One company's data and definitions.
 *
 * @param zone where its days begin and end
 * @param language of those of its members who have chosen none
 */
public record Workspace(UUID id, String name, WorkspaceSchema schema, ZoneId zone, Language language) {}
