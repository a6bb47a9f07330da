package io.zhike.expression;

import io.zhike.message.Label;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One function of the language, telling all about itself: what the checker, the documentation and the editor's
 * completion read, and how it runs in memory. Its SQL stands in {@code expression.sql} under the same name.
 */
public final class FunctionSpec {
    private final String name;
    private final Group group;
    private final Label title;
    private Label description = Label.of("-");
    private List<String> aliases = List.of();
    private final List<Signature> signatures = new ArrayList<>();
    private final List<Example> examples = new ArrayList<>();
    private final Set<TreeFacts.Reading> readings = EnumSet.noneOf(TreeFacts.Reading.class);
    private boolean strict = true;
    private int repeats = 1;
    private final java.util.Map<Integer, WrittenOut> writtenOut = new java.util.HashMap<>();
    private @Nullable Body body;
    private @Nullable UnaryOperator<Expression> expansion;

    private FunctionSpec(String name, Group group, Label title) {
        this.name = name;
        this.group = group;
        this.title = title;
    }

    static FunctionSpec named(String name, Group group, String zh, String en) {
        return new FunctionSpec(name, group, new Label(zh, en));
    }

    /** The canonical name, in capitals. */
    public String name() {
        return name;
    }

    public Group group() {
        return group;
    }

    /** A short name; the Chinese one may be typed instead of {@link #name()}. */
    public Label title() {
        return title;
    }

    public Label description() {
        return description;
    }

    /** Other names it may be typed by. */
    public List<String> aliases() {
        return aliases;
    }

    /** The ways to call it, in the order they are tried. */
    public List<Signature> signatures() {
        return List.copyOf(signatures);
    }

    /** Calls and what they give; each is a test of every back end. */
    public List<Example> examples() {
        return List.copyOf(examples);
    }

    /** Whether a blank argument makes the answer blank. */
    public boolean strict() {
        return strict;
    }

    /** How many times at most an argument is computed. */
    public int repeats() {
        return repeats;
    }

    /** The simpler expression that {@code call} stands for; empty where the function is not made of others. */
    public Optional<Expression> expand(Expression.Call call) {
        return expansion == null ? Optional.empty() : Optional.of(expansion.apply(call));
    }

    boolean reads(TreeFacts.Reading reading) {
        return readings.contains(reading);
    }

    @Nullable
    Object run(Arguments arguments) {
        if (body == null) {
            throw new IllegalStateException(name + " has no body of its own");
        }
        return body.run(arguments);
    }

    FunctionSpec says(String zh, String en) {
        description = new Label(zh, en);
        return this;
    }

    FunctionSpec also(String... names) {
        aliases = List.of(names);
        return this;
    }

    FunctionSpec takes(Kind result, Parameter... parameters) {
        signatures.add(new Signature(List.of(parameters), 0, Optional.empty(), result));
        return this;
    }

    /** The last {@code repeat} parameters may come again and again, and {@code otherwise} once at the end. */
    FunctionSpec repeating(Kind result, int repeat, @Nullable Parameter otherwise, Parameter... parameters) {
        signatures.add(new Signature(List.of(parameters), repeat, Optional.ofNullable(otherwise), result));
        return this;
    }

    FunctionSpec example(String text, String answer) {
        examples.add(new Example(text, answer));
        return this;
    }

    /** Blank arguments reach the body. */
    FunctionSpec lenient() {
        strict = false;
        return this;
    }

    FunctionSpec repeats(int times) {
        repeats = times;
        return this;
    }

    FunctionSpec reading(TreeFacts.Reading reading) {
        readings.add(reading);
        return this;
    }

    /** Argument {@code index} must be a constant text that {@code valid} accepts beside the first argument's type. */
    FunctionSpec writtenOut(int index, java.util.function.BiPredicate<String, Type> valid, ExpressionError error) {
        writtenOut.put(index, new WrittenOut(valid, error));
        return this;
    }

    @Nullable
    WrittenOut writtenOut(int index) {
        return writtenOut.get(index);
    }

    record WrittenOut(java.util.function.BiPredicate<String, Type> valid, ExpressionError error) {}

    FunctionSpec runs(Body run) {
        body = run;
        return this;
    }

    FunctionSpec expands(UnaryOperator<Expression> into) {
        expansion = into;
        return this;
    }

    /** What the function does in memory; null is blank. */
    @FunctionalInterface
    interface Body {
        @Nullable
        Object run(Arguments arguments);
    }

    /** Under which heading a function stands. */
    public enum Group {
        TEXT(new Label("文本", "Text")),
        NUMBER(new Label("数字", "Numbers")),
        LOGIC(new Label("逻辑", "Logic")),
        DATE(new Label("日期与时间", "Dates and times")),
        LIST(new Label("列表", "Lists")),
        MEMBER(new Label("成员", "Members")),
        AGGREGATE(new Label("汇总", "Aggregates"));

        private final Label label;

        Group(Label label) {
            this.label = label;
        }

        public Label label() {
            return label;
        }
    }

    /** What an argument may be, or what the answer is. */
    public enum Kind {
        TEXT(new Label("文本", "text")),
        NUMBER(new Label("数字", "number")),
        BOOL(new Label("是否", "boolean")),
        DATE(new Label("日期", "date")),
        DATETIME(new Label("日期时间", "date and time")),
        DURATION(new Label("时长", "duration")),
        MEMBER(new Label("成员", "member")),
        DEPARTMENT(new Label("部门", "department")),
        /** A date, or a date and time; as an answer, of the kind of the first such argument. */
        MOMENT(new Label("日期或日期时间", "date, or date and time")),
        /** Anything; all such arguments and the answer are of one type. */
        ANY(new Label("任意值", "any value")),
        /** The same, for a second group of arguments. */
        KEY(new Label("任意值", "any value")),
        /** Like {@link #ANY}, of a type with an order. */
        ORDERED(new Label("数字、文本、日期或时长", "number, text, date or duration")),
        /** Any single value; such arguments need not agree. */
        SCALAR(new Label("单个值", "single value")),
        /** A list of {@link #ANY}. */
        LIST(new Label("列表", "list")),
        /** One item of such a list; written as a label it means the option. */
        ITEM(new Label("列表中的一项", "item of the list")),
        TEXTS(new Label("文本列表", "list of text")),
        NUMBERS(new Label("数字列表", "list of number")),
        /** Child or related records. */
        CHILDREN(new Label("子表或关联的多条记录", "child or related records"));

        private final Label label;

        Kind(Label label) {
            this.label = label;
        }

        public Label label() {
            return label;
        }
    }

    /**
     * @param choices the texts it must be one of, written out; empty when any value will do
     */
    public record Parameter(Label name, Kind kind, boolean optional, List<String> choices) {
        static Parameter of(String zh, String en, Kind kind) {
            return new Parameter(new Label(zh, en), kind, false, List.of());
        }

        Parameter orNone() {
            return new Parameter(name, kind, true, choices);
        }

        Parameter oneOf(List<String> texts) {
            return new Parameter(name, kind, optional, List.copyOf(texts));
        }
    }

    /**
     * One way to call a function.
     *
     * @param repeat how many of the last parameters may come again and again; 0 for none
     * @param otherwise what may stand once at the very end
     */
    public record Signature(List<Parameter> parameters, int repeat, Optional<Parameter> otherwise, Kind result) {

        /** The fewest arguments. */
        public int least() {
            return (int) parameters.stream().filter(p -> !p.optional()).count();
        }

        /** The most arguments. */
        public int most() {
            return repeat > 0 ? Limits.ITEMS : parameters.size();
        }

        /** The parameter that argument {@code index} of {@code count} fills. */
        Parameter parameter(int index, int count) {
            int fixed = parameters.size() - repeat;
            if (repeat == 0 || index < fixed) {
                return parameters.get(index);
            }
            int inGroup = (index - fixed) % repeat;
            boolean left = index == count - 1 && inGroup < repeat - 1;
            return left && otherwise.isPresent() ? otherwise.get() : parameters.get(fixed + inGroup);
        }

        /** Whether {@code count} arguments fill whole groups. */
        boolean fits(int count) {
            if (count < least() || count > most()) {
                return false;
            }
            int over = repeat == 0 ? 0 : (count - (parameters.size() - repeat)) % repeat;
            return over == 0 || over == 1 && otherwise.isPresent();
        }
    }

    /**
     * A call and what it gives, both as texts of the language.
     */
    public record Example(String text, String answer) {}
}
