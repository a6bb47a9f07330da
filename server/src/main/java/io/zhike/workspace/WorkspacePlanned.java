package io.zhike.workspace;

/**
 * Told while a workspace is being made: its tables are there, and nobody can find it yet. What a listener throws keeps the
 * workspace from being made.
 */
public record WorkspacePlanned(Workspace workspace) {}
