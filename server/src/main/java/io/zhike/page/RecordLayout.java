package io.zhike.page;

import io.zhike.message.Label;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a record is laid out, as a definition of kind {@code record_page} says. The page whose code is its entity's is the
 * usual one; others are for those who have one of their roles.
 *
 * @param roles whom it is for; empty for the usual one
 * @param header fields beside the title
 * @param top blocks over the whole width
 * @param main blocks at the left
 * @param side blocks at the right; where there are none, the left takes the whole width
 */
record RecordLayout(
        String code,
        @Nullable String app,
        Label label,
        String entity,
        List<String> roles,
        List<String> header,
        List<PageBlock> top,
        List<PageBlock> main,
        List<PageBlock> side) {

    RecordLayout {
        roles = List.copyOf(roles);
        header = List.copyOf(header);
        top = List.copyOf(top);
        main = List.copyOf(main);
        side = List.copyOf(side);
    }

    /** Whether it is the one for all whom no other is for. */
    boolean usual() {
        return code.equals(entity);
    }

    /** Every place that needs something. */
    List<PageUse> uses() {
        List<PageUse> uses = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            uses.add(new PageUse.OfField("header[" + i + "]", entity, header.get(i), FieldNeed.SHOWN));
        }
        uses(entity, top, "top", uses);
        uses(entity, main, "main", uses);
        uses(entity, side, "side", uses);
        return uses;
    }

    static void uses(String entity, List<PageBlock> blocks, String place, List<PageUse> uses) {
        for (int i = 0; i < blocks.size(); i++) {
            PageBlock block = blocks.get(i);
            String at = place + "[" + i + "]";
            if (block.head().shown() != null) {
                uses.add(new PageUse.OfShown(at + ".shown", block.head().shown()));
            }
            block.uses(entity, at, uses);
        }
    }

    /** The page as somebody sees it. */
    RecordLayout without(Sight sight) {
        return new RecordLayout(
                code,
                app,
                label,
                entity,
                roles,
                PageBlock.left(header, "header", sight),
                without(top, "top", sight),
                without(main, "main", sight),
                without(side, "side", sight));
    }

    static List<PageBlock> without(List<PageBlock> blocks, String place, Sight sight) {
        List<PageBlock> left = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            PageBlock.Head head = blocks.get(i).head();
            String at = place + "[" + i + "]";
            PageBlock.Head seen =
                    new PageBlock.Head(head.code(), head.label(), sight.shown(at + ".shown", head.shown()));
            blocks.get(i).without(seen, at, sight).ifPresent(left::add);
        }
        return left;
    }

    /** The figures of all blocks, in their order. */
    List<Figure> figures() {
        return Stream.of(top, main, side)
                .flatMap(List::stream)
                .flatMap(RecordLayout::figures)
                .toList();
    }

    private static Stream<Figure> figures(PageBlock block) {
        return switch (block) {
            case PageBlock.Figures figures -> figures.figures().stream();
            case PageBlock.Tabs tabs ->
                tabs.tabs().stream().flatMap(tab -> tab.blocks().stream()).flatMap(RecordLayout::figures);
            case PageBlock.Facts _, PageBlock.Timeline _, PageBlock.Todos _, PageBlock.Related _, PageBlock.Note _ ->
                Stream.empty();
        };
    }
}
