package io.zhike.api;

import io.zhike.access.Access;
import io.zhike.workspace.Caller;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** The API of the caller's workspace, told to programs. */
@RestController
class OpenApiApi {
    private final Access access;
    private final WorkspaceDocument document = new WorkspaceDocument(BaseDocument.load());

    OpenApiApi(Access access) {
        this.access = access;
    }

    /** Changes with every publish and with every right of the caller, so nothing may keep it. */
    @GetMapping("/api/v1/openapi.json")
    ResponseEntity<ObjectNode> openApi(Caller caller) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(document.of(access.of(caller), caller.language()));
    }
}
