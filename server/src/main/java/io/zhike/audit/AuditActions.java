package io.zhike.audit;

import java.util.List;

/** The actions of one module; a bean. Codes are unique among all modules. */
@FunctionalInterface
public interface AuditActions {
    List<? extends AuditAction> all();
}
