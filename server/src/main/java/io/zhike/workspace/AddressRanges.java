package io.zhike.workspace;

import io.zhike.http.AddressRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lists of network addresses that somebody sent. */
final class AddressRanges {
    private static final int MOST = 200;

    private AddressRanges() {}

    /** The ranges of {@code texts}; adds to {@code checks} which of them are none. */
    static List<AddressRange> check(Checks checks, String path, List<String> texts) {
        checks.that(texts.size() <= MOST, path, WorkspaceError.TOO_MANY_ADDRESSES, MOST);
        List<AddressRange> ranges = new ArrayList<>();
        for (int i = 0; i < Math.min(texts.size(), MOST); i++) {
            Optional<AddressRange> range = AddressRange.parse(texts.get(i));
            checks.that(range.isPresent(), path + "[" + i + "]", WorkspaceError.ADDRESS_RANGE_INVALID, texts.get(i));
            range.filter(each -> !ranges.contains(each)).ifPresent(ranges::add);
        }
        return ranges;
    }
}
