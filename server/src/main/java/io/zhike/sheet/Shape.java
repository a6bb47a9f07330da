package io.zhike.sheet;

/** What the values of a column look like. */
public enum Shape {
    TEXT,
    /** Text of several lines or of more than 200 characters. */
    LONG_TEXT,
    NUMBER,
    MONEY,
    PERCENT,
    BOOLEAN,
    DATE,
    DATETIME,
    /** Few different texts that come again and again. */
    SELECT,
    /** Several of few different texts in one cell. */
    MULTI_SELECT,
    PHONE,
    EMAIL,
    URL
}
