package io.zhike.workspace;

import io.zhike.http.Patch;
import io.zhike.message.Language;
import java.util.List;
import java.util.UUID;

/** What a {@code PATCH} of a member may hold. */
record MemberChange(
        Patch<String> name,
        Patch<Language> language,
        Patch<UUID> supervisor,
        Patch<UUID> department,
        Patch<List<UUID>> departments,
        Patch<Boolean> admin,
        Patch<Boolean> active) {

    static MemberChange none() {
        return new MemberChange(
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                Patch.absent());
    }

    MemberChange withName(Patch<String> other) {
        return new MemberChange(other, language, supervisor, department, departments, admin, active);
    }

    MemberChange withLanguage(Patch<Language> other) {
        return new MemberChange(name, other, supervisor, department, departments, admin, active);
    }

    MemberChange withActive(boolean other) {
        return new MemberChange(name, language, supervisor, department, departments, admin, Patch.of(other));
    }
}
