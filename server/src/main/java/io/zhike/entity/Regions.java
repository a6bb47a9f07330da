package io.zhike.entity;

import io.zhike.message.Label;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The provinces, cities and districts of China, Hong Kong, Macao and Taiwan included. Immutable, in memory, one for all. */
public final class Regions {

    /** How fine a region is. */
    public enum Level {
        PROVINCE("省", "province"),
        CITY("市", "city"),
        DISTRICT("区县", "district");

        private final Label label;

        Level(String zh, String en) {
            this.label = new Label(zh, en);
        }

        public Label label() {
            return label;
        }

        /** The code that definitions carry. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** @throws IllegalArgumentException where no level has that code */
        public static Level of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /**
     * One region.
     *
     * @param code six digits: two of the province, two of the city, two of the district
     * @param name its whole name, such as {@code 南山区}
     */
    public record Region(String code, String name) {

        public Level level() {
            if (code.endsWith("0000")) {
                return Level.PROVINCE;
            }
            return code.endsWith("00") ? Level.CITY : Level.DISTRICT;
        }

        /** Whether it stands between a province and its districts only because the codes need something there. */
        boolean filler() {
            return level() == Level.CITY && (name.equals("市辖区") || name.equals("县") || name.contains("直辖"));
        }
    }

    private static final Regions CHINA = new Regions(load());

    private final Map<String, Region> byCode;
    private final Map<String, List<Region>> children = new LinkedHashMap<>();
    private final RegionNames names;

    private Regions(List<Region> regions) {
        Map<String, Region> map = new LinkedHashMap<>();
        regions.forEach(region -> map.put(region.code(), region));
        this.byCode = Collections.unmodifiableMap(map);
        for (Region region : regions) {
            String above = parent(region).map(Region::code).orElse("");
            children.computeIfAbsent(above, ignored -> new ArrayList<>()).add(region);
        }
        this.names = new RegionNames(regions, this::path);
    }

    /** The regions of China. */
    public static Regions china() {
        return CHINA;
    }

    /** The region of that code; empty where there is none. */
    public Optional<Region> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** All provinces, by code. */
    public List<Region> provinces() {
        return children("");
    }

    /** The regions right below the one of that code, by code; empty for a district. */
    public List<Region> children(String code) {
        return Collections.unmodifiableList(children.getOrDefault(code, List.of()));
    }

    /** The region right above; empty for a province. */
    public Optional<Region> parent(Region region) {
        return switch (region.level()) {
            case PROVINCE -> Optional.empty();
            case CITY -> find(region.code().substring(0, 2) + "0000");
            case DISTRICT -> find(region.code().substring(0, 4) + "00");
        };
    }

    /** The regions from the province down to {@code region}, itself included. */
    public List<Region> path(Region region) {
        List<Region> path = new ArrayList<>();
        for (Optional<Region> at = Optional.of(region); at.isPresent(); at = parent(at.get())) {
            path.addFirst(at.get());
        }
        return Collections.unmodifiableList(path);
    }

    /** The names of the path in one word, such as {@code 广东省深圳市南山区} or {@code 北京市朝阳区}. */
    public String pathName(Region region) {
        StringBuilder name = new StringBuilder();
        for (Region step : path(region)) {
            if (!step.filler() || step.equals(region)) {
                name.append(step.name());
            }
        }
        return name.toString();
    }

    /**
     * What somebody may mean by {@code text}: a code; names of one to three levels, whole or short, with or without marks
     * between them ({@code 广东省深圳市南山区}, {@code 广东/深圳}, {@code 深圳南山}). One region where it is clear, several
     * where it is not, none where there is no such region.
     */
    public List<Region> search(String text) {
        Optional<Region> coded = find(text.length() == 2 ? text + "0000" : text.length() == 4 ? text + "00" : text);
        return coded.isPresent() ? List.of(coded.get()) : names.search(text);
    }

    private static List<Region> load() {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Regions.class.getResourceAsStream("/entity/regions.txt")),
                StandardCharsets.UTF_8))) {
            return reader.lines()
                    .map(line -> new Region(line.substring(0, 6), line.substring(6)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
