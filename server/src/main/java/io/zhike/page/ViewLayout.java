package io.zhike.page;

import java.util.List;
import java.util.Optional;

/**
 * What the types other than the list go by. A view keeps what it does not need now, so that changing its type and back
 * loses nothing.
 *
 * @param by what the columns of a board are
 * @param card paths of the fields on a card of a board or a gallery, in their order
 * @param sum what a board sums per column
 * @param hidden the columns of a board that are not shown, by the codes of their options
 * @param from the day on which a record stands in a calendar, and begins in a gantt
 * @param to its last day
 * @param title what a record is called in a calendar; its own title where empty
 * @param color the choice whose colours a calendar has
 * @param cover the picture of a card in a gallery
 * @param progress how much of a bar in a gantt is done, from 0 to 1
 */
record ViewLayout(
        Optional<String> by,
        List<String> card,
        Optional<String> sum,
        List<String> hidden,
        Optional<String> from,
        Optional<String> to,
        Optional<String> title,
        Optional<String> color,
        Optional<String> cover,
        Optional<String> progress) {

    ViewLayout {
        card = List.copyOf(card);
        hidden = List.copyOf(hidden);
    }
}
