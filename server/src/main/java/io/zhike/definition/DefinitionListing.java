package io.zhike.definition;

import io.zhike.store.Database;
import io.zhike.workspace.Workspace;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Definitions with the state they are in, for lists. */
@Component
final class DefinitionListing {
    private final Database database;

    DefinitionListing(Database database) {
        this.database = database;
    }

    /** What is published, by kind and code. */
    List<DefinitionView> published(Workspace workspace) {
        return database.read(ctx -> new DefinitionStore(workspace.schema()).published(ctx)).stream()
                .map(DefinitionView::of)
                .toList();
    }

    /** What lies in the trash, by kind and code. */
    List<DefinitionView> trash(Workspace workspace) {
        return database.read(ctx -> new DefinitionStore(workspace.schema()).trash(ctx)).stream()
                .map(DefinitionView::of)
                .toList();
    }

    /** The drafts that {@code scope} shows, by kind and code. */
    List<DefinitionView> drafts(Workspace workspace, BuildScope scope) {
        return database.read(ctx -> {
            Map<DefinitionKey, Published> published = byKey(new DefinitionStore(workspace.schema()).published(ctx));
            return new DraftStore(workspace.schema())
                    .all(ctx).stream()
                            .filter(draft -> scope.seesDrafts(draft.key()))
                            .map(draft -> DefinitionView.of(draft, definition(published.get(draft.key()))))
                            .toList();
        });
    }

    /** What is published with the drafts laid over it that {@code scope} shows, by kind and code. */
    List<DefinitionView> all(Workspace workspace, BuildScope scope) {
        Map<DefinitionKey, DefinitionView> views = new TreeMap<>();
        for (DefinitionView view : published(workspace)) {
            views.put(new DefinitionKey(view.kind(), view.code()), view);
        }
        for (DefinitionView view : drafts(workspace, scope)) {
            views.put(new DefinitionKey(view.kind(), view.code()), view);
        }
        return List.copyOf(views.values());
    }

    /** A draft, or what is published where there is none that {@code scope} shows. */
    Optional<DefinitionView> find(Workspace workspace, BuildScope scope, DefinitionKey key) {
        return database.read(ctx -> {
            Optional<Published> published =
                    new DefinitionStore(workspace.schema()).find(ctx, key).filter(found -> found.deletedAt() == null);
            return new DraftStore(workspace.schema())
                    .find(ctx, key)
                    .filter(draft -> scope.seesDrafts(draft.key()))
                    .map(draft -> DefinitionView.of(draft, definition(published.orElse(null))))
                    .or(() -> published.map(DefinitionView::of));
        });
    }

    private static Map<DefinitionKey, Published> byKey(List<Published> published) {
        Map<DefinitionKey, Published> map = new TreeMap<>();
        published.forEach(each -> map.put(each.definition().key(), each));
        return map;
    }

    private static @Nullable Definition definition(@Nullable Published published) {
        return published == null ? null : published.definition();
    }
}
