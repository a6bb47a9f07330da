package io.zhike.record;

import io.zhike.access.Grants;
import io.zhike.expression.Symbol;
import io.zhike.expression.Vocabulary;
import java.util.Collection;
import java.util.Optional;

/**
 * The names of the workspace without those that the caller may not see. What is hidden neither answers, nor shadows a
 * label, nor is suggested.
 */
final class VisibleNames implements Vocabulary {
    private final Grants grants;
    private final Vocabulary all;

    VisibleNames(Grants grants) {
        this.grants = grants;
        this.all = grants.catalog().vocabulary();
    }

    @Override
    public Optional<Symbol> find(String entity, String name) {
        Optional<Symbol> found = all.find(entity, name);
        if (found.isEmpty() || visible(entity, found.get())) {
            return found;
        }
        return symbols(entity).stream()
                .filter(symbol -> symbol.label().matches(name))
                .findFirst()
                .flatMap(symbol -> all.find(entity, symbol.code()));
    }

    @Override
    public Collection<Symbol> symbols(String entity) {
        return all.symbols(entity).stream()
                .filter(symbol -> visible(entity, symbol))
                .toList();
    }

    private boolean visible(String entity, Symbol symbol) {
        return entity.startsWith("$") || grants.sees(entity, symbol.code());
    }
}
