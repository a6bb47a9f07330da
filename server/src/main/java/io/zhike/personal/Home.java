package io.zhike.personal;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zhike.message.Issue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A member's home.
 *
 * @param version rises by one with each change; 0 while the member has arranged none
 * @param cards in their order; null for the usual ones
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record Home(int version, @Nullable List<HomeCard> cards) {
    static final int MOST_CARDS = 30;

    /** Of a member who has arranged none. */
    static final Home USUAL = new Home(0, null);

    /** @throws io.zhike.message.ProblemException {@code home-refused} with every place that is wrong */
    static void check(List<HomeCard> cards) {
        List<Issue> issues = new ArrayList<>();
        if (cards.size() > MOST_CARDS) {
            issues.add(Issue.at("cards", PersonalError.TOO_MANY_CARDS, MOST_CARDS));
        }
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < cards.size() && i <= MOST_CARDS; i++) {
            String place = "cards[" + i + "]";
            HomeCard card = cards.get(i);
            card.issues().forEach(issue -> issues.add(issue.under(place)));
            if (card.id() != null && !ids.add(card.id())) {
                issues.add(Issue.at(place + ".id", PersonalError.CARD_ID));
            }
        }
        if (!issues.isEmpty()) {
            throw PersonalError.HOME_REFUSED.problem(issues, issues.size());
        }
    }
}
