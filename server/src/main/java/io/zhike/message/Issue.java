package io.zhike.message;

/**
 * Something wrong at one place of an input. Checks collect issues; only the edge turns them into a failure.
 *
 * @param path where: a field's code, a JSON path such as {@code fields[2].code}, or {@code ""} for the whole
 */
public record Issue(String path, Message message) {

    public static Issue at(String path, MessageCode code, Object... arguments) {
        return new Issue(path, code.with(arguments));
    }

    /** This issue one level further out: {@code under("items[3]")} makes {@code name} {@code items[3].name}. */
    public Issue under(String outer) {
        return new Issue(path.isEmpty() ? outer : outer + "." + path, message);
    }
}
