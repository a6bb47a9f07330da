package io.zhike.definition;

import io.zhike.message.Label;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A part of the documents of a kind that can go when something it names is deleted; see {@link DefinitionKind#loose()}. A
 * reference in no such part keeps what it names from being deleted until a person has decided.
 *
 * <p>A part is named as places are, with {@code []} for any position, {@code *} for any name and {@code **.} for any depth,
 * none included: {@code columns[]}, {@code totals.*}, {@code **.items[]}.
 */
public final class LoosePart {
    private final Label label;
    private final Pattern reference;
    private final @Nullable Trim trim;

    private LoosePart(Label label, Pattern reference, @Nullable Trim trim) {
        this.label = label;
        this.reference = reference;
        this.trim = trim;
    }

    /** Takes out of a part what is gone and leaves the rest. */
    @FunctionalInterface
    public interface Trim {
        /**
         * What is left of {@code part}, which stands at {@code place} of {@code document}: a missing node where nothing is;
         * empty where it cannot be told.
         */
        Optional<JsonNode> without(JsonNode part, String place, Definition document, Gone gone);
    }

    /** A part that is the reference itself. */
    public static LoosePart of(String zh, String en, String part) {
        return of(zh, en, part, "");
    }

    /** @param reference where in the part the reference stands, such as {@code .field}: others do not let it go */
    public static LoosePart of(String zh, String en, String part, String reference) {
        return new LoosePart(new Label(zh, en), pattern(part, reference), null);
    }

    /** A part that stays as far as what it names is there. */
    public static LoosePart trimmed(String zh, String en, String part, Trim trim) {
        return new LoosePart(new Label(zh, en), pattern(part, ""), trim);
    }

    /** The definition as such, which goes with the definition that it names at {@code reference}. */
    public static LoosePart all(String reference) {
        return new LoosePart(new Label("整个定义", "all of it"), pattern("", reference), null);
    }

    private static Pattern pattern(String part, String reference) {
        return Pattern.compile("(" + regex(part) + ")" + regex(reference));
    }

    private static String regex(String places) {
        return places.replace(".", "\\.")
                .replace("[]", "\\[\\d+]")
                .replace("**\\.", "(?:.+\\.)?")
                .replaceAll("(?<=^|\\.)\\*(?=$|\\\\)", "[^.\\\\[\\\\]]+");
    }

    /** What people call the part. */
    Label label() {
        return label;
    }

    /** The place of the part in which a reference stands at {@code path}; {@code ""} is the whole. */
    Optional<String> place(String path) {
        Matcher matcher = reference.matcher(path);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** {@code document} when the part at {@code place} has let go; empty where it cannot. */
    Optional<Definition> letGo(Definition document, String place, Gone gone) {
        ObjectNode body = document.body();
        JsonNode part = DocumentPath.read(body, place);
        Optional<JsonNode> left = trim == null
                ? Optional.of(MissingNode.getInstance())
                : trim.without(part.deepCopy(), place, document, gone);
        return left.map(rest -> {
            DocumentPath.put(body, place, rest);
            return Definition.of(body);
        });
    }
}
