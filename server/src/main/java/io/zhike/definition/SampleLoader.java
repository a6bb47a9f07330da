package io.zhike.definition;

import io.zhike.workspace.Caller;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes records of sample data; a bean of the module that owns records. */
public interface SampleLoader {

    /**
     * Makes all records in one batch, all or nothing.
     *
     * @param tables those that others point to come first
     * @param owner who owns the records; null for nobody
     * @return the batch, by which {@link #remove} finds them
     */
    UUID load(Caller caller, List<SampleTable> tables, @Nullable UUID owner);

    /** Takes away what the batch made and nobody has needed since; a batch that is gone already is no error. */
    void remove(Caller caller, UUID batch);
}
