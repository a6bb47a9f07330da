package io.zhike.page;

import io.zhike.access.Access;
import io.zhike.access.Grants;
import io.zhike.definition.DefinitionKey;
import io.zhike.definition.DefinitionSet;
import io.zhike.definition.Definitions;
import io.zhike.definition.MenuSight;
import io.zhike.workspace.Caller;
import java.util.Collection;
import org.springframework.stereotype.Component;

/** Menus lead to entities that their reader sees, and to views that their reader is offered. */
@Component
final class MenuRights implements MenuSight {
    private final Access access;
    private final Definitions definitions;

    MenuRights(Access access, Definitions definitions) {
        this.access = access;
        this.definitions = definitions;
    }

    @Override
    public Seen of(Caller caller) {
        Grants grants = access.of(caller);
        return new For(grants, new Offer(grants), definitions.published(caller.workspace()));
    }

    private record For(Grants grants, Offer offer, DefinitionSet published) implements Seen {

        @Override
        public boolean uses(String app) {
            return offer.uses(app);
        }

        @Override
        public boolean leads(DefinitionKey target) {
            return target.kind().equals(ViewKind.KIND)
                    ? published
                            .find(target)
                            .flatMap(view -> ViewAnswer.shared(View.of(view), grants))
                            .isPresent()
                    : grants.on(target.code()).visible();
        }

        @Override
        public boolean meant(Collection<String> roles) {
            return offer.meant(roles);
        }
    }
}
