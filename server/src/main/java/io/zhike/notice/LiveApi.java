package io.zhike.notice;

import io.zhike.workspace.Caller;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** What is new for the caller, as server-sent events for as long as they are signed in. */
@RestController
class LiveApi {
    private final LiveStreams streams;

    LiveApi(LiveStreams streams) {
        this.streams = streams;
    }

    @GetMapping(path = "/api/v1/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter live(Caller caller, HttpServletResponse response) {
        caller.memberOrThrow();
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        // A proxy that gathers what it passes on would keep events back.
        response.setHeader("X-Accel-Buffering", "no");
        return streams.open(caller);
    }
}
