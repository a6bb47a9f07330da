package io.zhike.entity;

import io.zhike.entity.Regions.Region;
import io.zhike.workspace.Caller;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The regions that region fields choose from. They change with a release only, so browsers may keep them. */
@RestController
@RequestMapping("/api/v1/regions")
class RegionsApi {
    private static final Duration KEPT = Duration.ofDays(7);

    /** @param leaf whether nothing is below it */
    record Node(String code, String name, String path, boolean leaf) {}

    record Answer(List<Node> items) {}

    /** The regions right below {@code parent}, or the provinces. */
    @GetMapping
    ResponseEntity<Answer> regions(Caller caller, @RequestParam(required = false) @Nullable String parent) {
        Regions regions = Regions.china();
        if (parent != null && regions.find(parent).isEmpty()) {
            throw EntityError.UNKNOWN_REGION.problem(parent);
        }
        List<Region> found = parent == null ? regions.provinces() : regions.children(parent);
        Answer answer = new Answer(found.stream()
                .map(region -> new Node(
                        region.code(),
                        region.name(),
                        regions.pathName(region),
                        regions.children(region.code()).isEmpty()))
                .toList());
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(KEPT).cachePrivate())
                .body(answer);
    }
}
