package io.zhike.record;

/** One step of the gate: looks at the pending writes, refuses some, or carries them further. */
interface WritePhase {
    void run(WriteRun run);
}
