package io.zhike.sheet;

/** What kind of file it is, told by its content, not by its name. */
public enum Format {
    /** Text with commas. */
    CSV,
    /** Text with any other delimiter: tab, semicolon, pipe, runs of blanks. */
    DELIMITED,
    /** Excel since 2007. */
    XLSX,
    /** Excel 97 to 2003. */
    XLS
}
