package io.zhike.workspace;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where the watermark stands. What it says of oneself is in the answer about oneself. */
@RestController
@RequestMapping("/api/v1/watermark")
class WatermarkApi {
    private final Watermarks watermarks;

    WatermarkApi(Watermarks watermarks) {
        this.watermarks = watermarks;
    }

    record Setting(@Nullable Watermark mode) {}

    @GetMapping
    Setting read(Caller caller) {
        return new Setting(watermarks.of(caller.workspace()));
    }

    @PutMapping
    Setting choose(Caller caller, @RequestBody Setting wanted) {
        watermarks.choose(caller, wanted.mode() == null ? Watermark.OFF : wanted.mode());
        return read(caller);
    }
}
