package io.zhike.page;

import tools.jackson.databind.JsonNode;

/** One place of a record page that needs something: of these its checks, its references and what a caller is shown are made. */
sealed interface PageUse {

    /** In the document, such as {@code main[2].columns[0]}. */
    String place();

    /** An entity whose records are shown. */
    record OfEntity(String place, String entity) implements PageUse {}

    /** A field of {@code entity}, with the relations that lead to it. */
    record OfField(String place, String entity, String path, FieldNeed need) implements PageUse {}

    /** The field of {@code entity} that points to the record of the page. */
    record OfRelation(String place, String entity, String field) implements PageUse {}

    /** A form that facts are laid out by. */
    record OfForm(String place, String form) implements PageUse {}

    /** Which records of {@code entity} are listed. */
    record OfCondition(String place, String entity, JsonNode where) implements PageUse {}

    /** When a block is shown: a condition over the record of the page that the browser judges. */
    record OfShown(String place, JsonNode condition) implements PageUse {}

    /** An expression over the record of the page, worked out by the server. */
    record OfValue(String place, String text) implements PageUse {}

    /** What a value is compared with; must be of its type. */
    record OfBound(String place, String value, String text) implements PageUse {}
}
