package io.zhike.entity.table;

import io.zhike.store.Ddl;

/** A foreign key to the {@code id} of {@code target}. */
record KeyShape(String name, String column, String target, Ddl.OnDelete onDelete) {}
