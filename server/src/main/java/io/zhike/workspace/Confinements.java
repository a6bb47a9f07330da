package io.zhike.workspace;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Finds out what somebody must do first. Costs no statement where the workspace demands nothing. */
@Component
class Confinements {
    private final WorkspaceSecurity security;
    private final SecondFactors factors;
    private final PasswordChanges passwords;

    Confinements(WorkspaceSecurity security, SecondFactors factors, PasswordChanges passwords) {
        this.security = security;
        this.factors = factors;
        this.passwords = passwords;
    }

    Optional<Confinement> of(Workspace workspace, Member member, UUID account) {
        SecuritySettings settings = security.of(workspace);
        if (passwords.isExpired(settings.password(), account)) {
            return Optional.of(Confinement.PASSWORD);
        }
        return settings.secondFactor().isOf(member) && !factors.isOn(account)
                ? Optional.of(Confinement.SECOND_FACTOR)
                : Optional.empty();
    }
}
