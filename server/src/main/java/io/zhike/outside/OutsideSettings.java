package io.zhike.outside;

import io.zhike.http.AddressRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the operator says about calls to other systems, under {@code zhike.outside}.
 *
 * @param allow what may be called though it is inside: names of hosts, {@code *.} and the end of names, addresses and ranges
 */
@ConfigurationProperties("zhike.outside")
record OutsideSettings(@DefaultValue List<String> allow) {
    private static final String ANY_OF = "*.";

    OutsideSettings {
        allow = List.copyOf(allow);
    }

    /**
     * What is allowed, taken apart.
     *
     * @param names in lower case
     */
    record Allowed(Set<String> names, List<AddressRange> ranges) {

        /** Whether the operator answers for wherever that name leads. */
        boolean named(String host) {
            String name = host.toLowerCase(Locale.ROOT);
            return names.contains(name)
                    || names.stream()
                            .filter(each -> each.startsWith(ANY_OF))
                            .anyMatch(each -> name.endsWith(each.substring(1)));
        }
    }

    Allowed allowed() {
        Set<String> names = new TreeSet<>();
        List<AddressRange> ranges = new ArrayList<>();
        for (String text : allow) {
            Optional<AddressRange> range = AddressRange.parse(text);
            range.ifPresent(ranges::add);
            if (range.isEmpty() && !text.isBlank()) {
                names.add(text.strip().toLowerCase(Locale.ROOT));
            }
        }
        return new Allowed(names, ranges);
    }
}
