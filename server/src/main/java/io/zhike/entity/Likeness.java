package io.zhike.entity;

/** What makes two texts as good as the same. */
public enum Likeness {
    /** They are kept in one form already, as telephone numbers are. */
    SAME,
    /** Capital letters and wide ones are as small and narrow ones. */
    FOLDED,
    /** Folded, and without what companies' names differ in: blanks, signs, brackets, "Co., Ltd." and its Chinese kin. */
    NAME
}
