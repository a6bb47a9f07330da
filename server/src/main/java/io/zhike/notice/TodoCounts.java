package io.zhike.notice;

/**
 * How many open to-dos somebody has, without those put aside.
 *
 * @param today due before the end of the workspace's day and not overdue
 */
record TodoCounts(int open, int overdue, int today) {}
