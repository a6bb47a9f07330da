package io.zhike.workspace;

import java.util.UUID;

/** Whose things pass to others: a member who leaves, or a department that becomes part of another. */
public sealed interface Subject {

    UUID id();

    record OfMember(UUID id) implements Subject {}

    record OfDepartment(UUID id) implements Subject {}
}
