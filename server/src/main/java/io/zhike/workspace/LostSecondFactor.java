package io.zhike.workspace;

import io.zhike.audit.Actor;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/**
 * For the only administrator who has lost phone and recovery codes: a start with {@code zhike.security.reset-second-factor}
 * takes the second factor from the account that is named. Who can set that can read all of the data anyway.
 */
@Component
class LostSecondFactor implements ApplicationRunner {
    private static final Logger LOG = LoggerFactory.getLogger(LostSecondFactor.class);

    private final Accounts accounts;
    private final SecondFactors factors;
    private final Sessions sessions;
    private final String name;

    LostSecondFactor(
            Accounts accounts,
            SecondFactors factors,
            Sessions sessions,
            @Value("${zhike.security.reset-second-factor:}") String name) {
        this.accounts = accounts;
        this.factors = factors;
        this.sessions = sessions;
        this.name = name;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!name.isBlank()) {
            accounts.named(name).ifPresentOrElse(this::reset, () -> LOG.warn("There is no account {}", name));
        }
    }

    private void reset(Accounts.Account account) {
        List<Accounts.Place> places = accounts.places(account.id());
        try (Actor.Scope _ = Actor.system("reset-second-factor").act()) {
            if (factors.isOn(account.id()) && !places.isEmpty()) {
                Accounts.Place place = places.getFirst();
                factors.remove(place.workspace(), place.member(), account.id(), PeopleAction.SECOND_FACTOR_RESET);
                sessions.endAll(account.id());
            }
        }
        LOG.warn(
                "The account {} has no second factor any more. Start without zhike.security.reset-second-factor now",
                account.name());
    }
}
