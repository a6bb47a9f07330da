package io.zhike.entity.table;

import io.zhike.http.Page;
import io.zhike.workspace.Caller;
import io.zhike.workspace.Members;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Deleted fields and entities with the data they had: looked at, brought back, purged. For builders. */
@RestController
@RequestMapping("/api/v1/trash")
class TrashApi {
    private final EntityTrash trash;
    private final TrashRestore restore;
    private final Members members;

    TrashApi(EntityTrash trash, TrashRestore restore, Members members) {
        this.trash = trash;
        this.restore = restore;
        this.members = members;
    }

    @GetMapping
    Page<EntityTrash.Item> list(Caller caller) {
        members.requireAdmin(caller);
        return Page.whole(trash.list(caller.workspace()));
    }

    /** Makes a draft; its publish takes up the data. */
    @PostMapping("/{id}/restore")
    TrashRestore.Drafted restore(Caller caller, @PathVariable UUID id) {
        members.requireAdmin(caller);
        return restore.restore(caller, id);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void purge(Caller caller, @PathVariable UUID id) {
        members.requireAdmin(caller);
        trash.purge(caller.workspace(), id);
    }
}
