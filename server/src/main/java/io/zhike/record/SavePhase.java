package io.zhike.record;

import java.util.List;

/** Lets others look at what is about to be saved: only at what people and programs write, not at what is brought back. */
final class SavePhase implements WritePhase {
    private final List<SaveRules> rules;

    SavePhase(List<SaveRules> rules) {
        this.rules = List.copyOf(rules);
    }

    @Override
    public void run(WriteRun run) {
        ChangeOrigin origin = run.batch().origin();
        if (origin == ChangeOrigin.UNDO || origin == ChangeOrigin.ERASURE || origin == ChangeOrigin.SAMPLE) {
            return;
        }
        for (SaveRules each : rules) {
            if (each.look(run.caller().workspace(), run.entity().code())) {
                each.run(new Saving(run));
            }
        }
    }
}
