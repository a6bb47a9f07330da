package io.zhike.workspace;

import io.zhike.http.Patch;
import io.zhike.message.Language;
import java.util.List;
import java.util.UUID;

/** What a {@code PATCH} of a member may hold. */
record MemberChange(
        Patch<String> name,
        Patch<String> jobTitle,
        Patch<Language> language,
        Patch<UUID> supervisor,
        Patch<UUID> department,
        Patch<List<UUID>> departments,
        Patch<Boolean> admin,
        Patch<Boolean> active,
        Patch<Boolean> leaving) {

    static MemberChange none() {
        return new MemberChange(
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                Patch.absent());
    }

    MemberChange withName(Patch<String> other) {
        return new MemberChange(other, jobTitle, language, supervisor, department, departments, admin, active, leaving);
    }

    MemberChange withLanguage(Patch<Language> other) {
        return new MemberChange(name, jobTitle, other, supervisor, department, departments, admin, active, leaving);
    }

    MemberChange withSupervisor(Patch<UUID> other) {
        return new MemberChange(name, jobTitle, language, other, department, departments, admin, active, leaving);
    }

    MemberChange withLeaving(Patch<Boolean> other) {
        return new MemberChange(name, jobTitle, language, supervisor, department, departments, admin, active, other);
    }

    MemberChange withActive(boolean other) {
        return new MemberChange(
                name, jobTitle, language, supervisor, department, departments, admin, Patch.of(other), leaving);
    }
}
