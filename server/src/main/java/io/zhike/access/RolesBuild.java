package io.zhike.access;

import io.zhike.workspace.BuildRights;
import io.zhike.workspace.Builds;
import io.zhike.workspace.Caller;
import io.zhike.workspace.Members;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Administrators build everything, and others what their roles say. */
@Component
final class RolesBuild implements BuildRights {
    private final Members members;
    /** Rights stand in definitions, and definitions ask who may build. */
    private final ObjectProvider<Access> access;

    RolesBuild(Members members, ObjectProvider<Access> access) {
        this.members = members;
        this.access = access;
    }

    @Override
    public Builds of(Caller caller) {
        if (members.isAdmin(caller)) {
            return Builds.EVERYTHING;
        }
        AppRights.Named builds = access.getObject().of(caller).apps().builds();
        return new Builds(false, builds.all(), builds.codes());
    }

    @Override
    public boolean reads(Caller caller, String entity, String element) {
        Grants grants = access.getObject().of(caller);
        return grants.on(entity).visible() && (element.isEmpty() || grants.sees(entity, element));
    }
}
