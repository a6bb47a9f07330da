package io.zhike.http;

/** An answer that is made of rows, so that it can be told how many were handed out. */
public interface Counted {

    /** How many rows are in it. */
    int rowCount();
}
