package io.zhike.record;

import java.util.List;
import org.springframework.stereotype.Component;

/** The phases of the gate in, in their order. */
@Component
final class WritePhases {
    private final List<WritePhase> inOrder;

    WritePhases(
            Counters counters,
            List<PurgeFollower> followers,
            Defaults defaults,
            Rollups rollups,
            SealedValues sealed,
            List<SaveRules> rules) {
        StorePhase store = new StorePhase(counters, followers, sealed);
        ChangePhase change = new ChangePhase(sealed);
        UniquePhase unique = new UniquePhase();
        this.inOrder = List.of(
                new RightsPhase(),
                new LoadPhase(sealed),
                new EmptiedPhase(),
                new FillPhase(defaults, new AutoNumbers(counters)),
                new SavePhase(rules),
                new TargetsPhase(),
                new LogicPhase(),
                unique,
                new ChildTables.Check(unique),
                new FilePhase(),
                new PurgePhase(List.of(store, change, rollups)),
                store,
                change,
                rollups,
                new ChildTables.Follow(List.of(store, change, rollups)),
                new AuditPhase());
    }

    List<WritePhase> inOrder() {
        return inOrder;
    }
}
