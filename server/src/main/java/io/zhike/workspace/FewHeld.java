package io.zhike.workspace;

import io.zhike.message.Label;
import io.zhike.store.Database;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.ToLongBiFunction;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * A holding of things that are few enough to be looked at together.
 *
 * @param examples all of them
 */
public record FewHeld(String code, Label label, Fate fate, List<Example> examples, Way way) implements Holding {

    public FewHeld {
        examples = List.copyOf(examples);
    }

    /** How they pass. */
    public sealed interface Way {}

    /** They do not. */
    public record Not() implements Way {}

    /** All in one transaction; {@code pass} gives how many there were. */
    public record AtOnce(Database database, ToLongBiFunction<DSLContext, Passing> pass) implements Way {}

    /** Things that do not pass. */
    public static FewHeld still(String code, Label label, Fate fate, List<Example> examples) {
        return new FewHeld(code, label, fate, examples, new Not());
    }

    @Override
    public long count() {
        return examples.size();
    }

    @Override
    public List<Example> examples(int most) {
        return examples.subList(0, Math.min(most, examples.size()));
    }

    @Override
    public Step pass(Passing passing, @Nullable String after, BiConsumer<DSLContext, Step> alongside) {
        if (!(way instanceof AtOnce(Database database, ToLongBiFunction<DSLContext, Passing> all))) {
            throw new IllegalStateException(code + " does not pass");
        }
        return database.write(ctx -> {
            Step step = Step.all(all.applyAsLong(ctx, passing));
            alongside.accept(ctx, step);
            return step;
        });
    }
}
