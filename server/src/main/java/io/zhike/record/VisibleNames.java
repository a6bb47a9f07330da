package io.zhike.record;

import io.zhike.access.Grants;
import io.zhike.expression.Symbol;
import io.zhike.expression.Vocabulary;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The names of the workspace without those that the caller may not see. What is hidden is left out before anything is
 * looked up, so that it neither answers, nor shadows a label, nor is suggested.
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
        List<Symbol> visible = List.copyOf(symbols(entity));
        Optional<Symbol> byCode =
                visible.stream().filter(symbol -> symbol.code().equals(name)).findFirst();
        return byCode.isPresent()
                ? byCode
                : visible.stream().filter(symbol -> symbol.label().matches(name)).findFirst();
    }

    @Override
    public Collection<Symbol> symbols(String entity) {
        Collection<Symbol> symbols = all.symbols(entity);
        return entity.startsWith("$")
                ? symbols
                : symbols.stream().filter(symbol -> visible(entity, symbol)).toList();
    }

    private boolean visible(String entity, Symbol symbol) {
        return grants.on(entity).readable().contains(symbol.code());
    }
}
