package io.zhike.page;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.zhike.store.Database;
import io.zhike.store.WorkspaceSchema;
import org.springframework.stereotype.Component;

/** The keys that tasks are signed with. One never changes once it is made, so that a flood of submissions asks the database for none. */
@Component
final class PublicFormKeys {
    private static final int MOST = 10_000;

    private final Database database;
    private final Cache<Place, byte[]> known =
            Caffeine.newBuilder().maximumSize(MOST).build();

    PublicFormKeys(Database database) {
        this.database = database;
    }

    private record Place(WorkspaceSchema schema, String form) {}

    /** The key of a published form, which is made where it has none yet. Not to be written into. */
    byte[] of(WorkspaceSchema schema, String form) {
        return known.get(
                new Place(schema, form),
                place -> database.read(ctx -> new PublicFormStore(ctx, place.schema()).find(place.form()))
                        .key());
    }
}
