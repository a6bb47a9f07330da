package io.zhike.access;

import io.zhike.entity.EntityCatalog;
import io.zhike.entity.FieldPlace;
import io.zhike.entity.Many;
import io.zhike.expression.Environment;
import io.zhike.store.WorkspaceSchema;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What one caller may do, of one moment: for the length of a request, not to be kept. Safe for several threads. */
public final class Grants {
    private final SharedRights rights;
    private final Standing standing;
    private final WorkspaceSchema schema;
    private final Environment environment;
    private final AppRights apps;
    private final Map<String, EntityGrant> entities;

    Grants(SharedRights rights, Standing standing, WorkspaceSchema schema, Environment environment, AppRights apps) {
        this.rights = rights;
        this.standing = standing;
        this.schema = schema;
        this.environment = environment;
        this.apps = apps;
        this.entities = rights.bound(standing);
    }

    /** The rights on an entity; {@link EntityGrant#NOTHING} where there is none, or none that the caller may know of. */
    public EntityGrant on(String entity) {
        // What is kept outlives the request: names that anybody makes up have no place there.
        return catalog().find(entity).isEmpty()
                ? EntityGrant.NOTHING
                : entities.computeIfAbsent(entity, code -> rights.bind(code, standing));
    }

    /** Whether a name of {@code entity}, of a field or of records that belong to one of its, is there for the caller. */
    public boolean sees(String entity, String code) {
        Optional<Many> many = catalog().many(entity, code);
        boolean ofOthers = many.isPresent() && !(many.get().way() instanceof Many.Way.LinkedFromHere);
        if (many.isPresent() && ofOthers) {
            FieldPlace place = many.get().place(entity);
            boolean own =
                    catalog().find(entity).flatMap(found -> found.field(code)).isEmpty()
                            || on(entity).readable().contains(code);
            return own && on(place.entity()).readable().contains(place.field());
        }
        return on(entity).readable().contains(code);
    }

    /** Whether the field can stand where values are shown, if only masked. */
    public boolean shows(String entity, String code) {
        return sees(entity, code) || on(entity).masked().contains(code);
    }

    /** Whether everything is allowed. */
    public boolean admin() {
        return rights.admin();
    }

    /** The codes of the caller's roles, published or not. */
    public Set<String> roles() {
        return standing.roles();
    }

    /** Which apps are there for the caller, and which the caller may build. */
    public AppRights apps() {
        return apps;
    }

    /** The caller's main department; null where there is none. */
    public @Nullable UUID department() {
        return standing.department();
    }

    /** The entities of the revision these rights belong to, hidden ones included. */
    public EntityCatalog catalog() {
        return rights.catalog();
    }

    /** What conditions know of the caller and the moment. */
    public Environment environment() {
        return environment;
    }

    /** The day, in the zone of the workspace. */
    LocalDate today() {
        return environment.now().atZone(environment.zone()).toLocalDate();
    }

    /** Where the records are. */
    public WorkspaceSchema schema() {
        return schema;
    }
}
