package io.zhike.entity;

/** A field of an entity, by their codes. */
public record FieldPlace(String entity, String field) {}
