package io.zhike.entity;

import io.zhike.entity.Regions.Level;
import io.zhike.entity.Regions.Region;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** All the ways to write the names of regions: whole or short at each level, the levels above there or left out. */
final class RegionNames {
    private static final Pattern MARKS = Pattern.compile("[\\s/\\\\,，、>\\-—_·|.]+|\\([^)]*\\)|（[^）]*）");
    private static final Pattern PROVINCE = Pattern.compile("(?:壮族|回族|维吾尔)?自治区$|特别行政区$|省$|市$");
    private static final Pattern PEOPLES = Pattern.compile(
            "(?:朝鲜族|土家族|苗族|藏族|羌族|彝族|布依族|侗族|哈尼族|壮族|傣族|白族|景颇族" + "|傈僳族|回族|蒙古族|蒙古|哈萨克|柯尔克孜)+自治州$|自治州$|地区$|盟$|市$");
    private static final Pattern DISTRICT = Pattern.compile("(?:新区|林区|自治旗|区|县|市|旗)$");
    private static final int SHORTEST = 2;

    private final Map<String, List<Region>> whole = new HashMap<>();
    private final Map<String, List<Region>> brief = new HashMap<>();

    RegionNames(List<Region> regions, Function<Region, List<Region>> path) {
        for (Region region : regions) {
            List<Region> above = new ArrayList<>(path.apply(region));
            above.removeLast();
            above.removeIf(Region::filler);
            Set<String> before = new LinkedHashSet<>(Set.of(""));
            for (Region step : above) {
                Set<String> longer = new LinkedHashSet<>(before);
                for (String start : before) {
                    longer.add(start + bare(step.name()));
                    longer.add(start + brief(step));
                }
                before = longer;
            }
            for (String start : before) {
                // A filler's name means nothing without its province.
                if (!(region.filler() && start.isEmpty())) {
                    put(whole, start + bare(region.name()), region);
                    put(brief, start + brief(region), region);
                }
            }
        }
    }

    /** A province wins over all; then names written whole over short ones. */
    List<Region> search(String text) {
        String name = bare(text);
        List<Region> wholes = whole.getOrDefault(name, List.of());
        List<Region> briefs = brief.getOrDefault(name, List.of());
        for (List<Region> found : List.of(wholes, briefs)) {
            for (Region region : found) {
                if (region.level() == Level.PROVINCE) {
                    return List.of(region);
                }
            }
        }
        return highest(wholes.isEmpty() ? briefs : wholes);
    }

    /** Without districts that are called like their own city, as 嘉峪关市 is. */
    private static List<Region> highest(List<Region> found) {
        return found.stream()
                .filter(region -> region.level() == Level.CITY
                        || found.stream()
                                .noneMatch(other -> other.level() == Level.CITY
                                        && region.code().startsWith(other.code().substring(0, 4))))
                .toList();
    }

    private static void put(Map<String, List<Region>> map, String name, Region region) {
        List<Region> regions = map.computeIfAbsent(name, ignored -> new ArrayList<>(1));
        if (!regions.contains(region)) {
            regions.add(region);
        }
    }

    private static String bare(String name) {
        return MARKS.matcher(name).replaceAll("");
    }

    private static String brief(Region region) {
        Pattern ending = switch (region.level()) {
            case PROVINCE -> PROVINCE;
            case CITY -> PEOPLES;
            case DISTRICT -> DISTRICT;
        };
        String name = bare(region.name());
        String brief = ending.matcher(name).replaceFirst("");
        return brief.length() >= SHORTEST ? brief : name;
    }
}
