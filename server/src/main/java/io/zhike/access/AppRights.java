package io.zhike.access;

import io.zhike.definition.Definition;
import io.zhike.definition.DefinitionSet;
import io.zhike.definition.DocumentSchema;
import io.zhike.definition.LoosePart;
import io.zhike.definition.Reference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Which apps are there for somebody, and which may be built. Neither gives or takes a right on records.
 *
 * @param uses whose menu, views and cards are offered
 * @param builds which may be built
 */
public record AppRights(Named uses, Named builds) {
    static final String USES = "apps";
    static final String BUILDS = "build";
    private static final String ALL = "all";
    private static final String APP = "app";
    private static final int MOST_APPS = 500;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    static final AppRights EVERYTHING = new AppRights(Named.ALL_APPS, Named.ALL_APPS);
    static final AppRights NOTHING = new AppRights(Named.NO_APPS, Named.NO_APPS);

    /**
     * All apps, or those that are named.
     *
     * @param codes adds nothing to {@code all}
     */
    public record Named(boolean all, Set<String> codes) {
        static final Named ALL_APPS = new Named(true, Set.of());
        static final Named NO_APPS = new Named(false, Set.of());

        public Named {
            codes = Set.copyOf(codes);
        }

        public boolean has(String app) {
            return all || codes.contains(app);
        }

        private Named or(Named other) {
            Set<String> both = new HashSet<>(codes);
            both.addAll(other.codes);
            return new Named(all || other.all, both);
        }
    }

    /** What all roles of a revision say of apps, by their codes. */
    private record OfRoles(Map<String, AppRights> byRole) {}

    /** What {@code roles} come to together: the most that one of them gives. Those that are not published add nothing. */
    static AppRights of(DefinitionSet definitions, Collection<String> roles) {
        Map<String, AppRights> known =
                definitions.view(OfRoles.class, AppRights::read).byRole();
        return roles.stream()
                .flatMap(role -> Optional.ofNullable(known.get(role)).stream())
                .reduce(NOTHING, AppRights::or);
    }

    private static OfRoles read(DefinitionSet definitions) {
        Map<String, AppRights> rights = new LinkedHashMap<>();
        definitions.ofKind(RoleKind.KIND).forEach(role -> rights.put(role.key().code(), of(role)));
        return new OfRoles(Map.copyOf(rights));
    }

    /** Who says nothing of apps uses all, and builds none; who builds one uses it. */
    static AppRights of(Definition role) {
        boolean all = role.get("admin").booleanValue(false) || !role.get(USES).isArray();
        Named builds = named(role.get(BUILDS));
        return new AppRights(all ? Named.ALL_APPS : named(role.get(USES)).or(builds), builds);
    }

    private static Named named(JsonNode said) {
        if (said.isString()) {
            return said.stringValue().equals(ALL) ? Named.ALL_APPS : Named.NO_APPS;
        }
        Set<String> codes = new HashSet<>();
        said.forEach(app -> codes.add(app.stringValue()));
        return new Named(false, codes);
    }

    private AppRights or(AppRights other) {
        return new AppRights(uses.or(other.uses), builds.or(other.builds));
    }

    /** Adds what a role may say of apps to the properties of its schema. */
    static void describe(ObjectNode properties) {
        properties.set(USES, apps().put("description", "Which apps are there for it; all where nothing is said"));
        ObjectNode build = properties.putObject(BUILDS);
        build.put("description", "What it may build: all apps, or these; none where nothing is said");
        ArrayNode forms = build.putArray("oneOf");
        forms.addObject().put("type", "string").putArray("enum").add(ALL);
        forms.add(apps());
    }

    private static ObjectNode apps() {
        ObjectNode apps =
                JSON.objectNode().put("type", "array").put("uniqueItems", true).put("maxItems", MOST_APPS);
        apps.set("items", DocumentSchema.code());
        return apps;
    }

    /** The apps that a role names. */
    static List<Reference> references(Definition role) {
        List<Reference> references = new ArrayList<>();
        for (String property : List.of(USES, BUILDS)) {
            JsonNode named = role.get(property);
            for (int i = 0; named.isArray() && i < named.size(); i++) {
                references.add(Reference.to(APP, named.get(i).stringValue(), property + "[" + i + "]"));
            }
        }
        return references;
    }

    /** A list that loses its last app stays as an empty one, which is none: nobody gets more by a deletion. */
    static List<LoosePart> loose() {
        return List.of(
                LoosePart.of("可用的应用", "apps it uses", USES + "[]"),
                LoosePart.of("可搭建的应用", "apps it may build", BUILDS + "[]"));
    }
}
