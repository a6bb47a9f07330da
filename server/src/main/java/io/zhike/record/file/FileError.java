package io.zhike.record.file;

import io.zhike.message.ErrorCode;
import io.zhike.message.Fault;

/** What can go wrong with files. */
public enum FileError implements ErrorCode {
    FILE_NOT_FOUND(Fault.NOT_FOUND, "没有文件 {0}，或你没有权限查看", "There is no file {0}, or you may not see it"),
    FILE_TOO_LARGE(
            Fault.TOO_LARGE,
            "文件「{0}」超过 {1} MB，请压缩或拆分后再上传",
            "The file '{0}' is larger than {1} MB; compress or split it"),
    FILE_EMPTY(Fault.INVALID, "文件「{0}」是空的，请选择有内容的文件", "The file '{0}' is empty; choose one with content"),
    FILE_MISSING(
            Fault.INVALID,
            "请求里没有文件，请以 multipart 的「file」部分发送",
            "The request has no file; send it as the part 'file' of a multipart request"),
    NO_ROOM_FOR_FILE(
            Fault.UNAVAILABLE,
            "服务器的磁盘已满，现在不能读取文件「{0}」，请让管理员清理磁盘空间后重试",
            "The disk of the server is full, so the file '{0}' cannot be read now; ask an administrator to free some space"),
    FILE_UNREADABLE(Fault.UNAVAILABLE, "文件「{0}」没有传完，请重新上传", "The file '{0}' did not arrive whole; send it again");

    private final Fault fault;
    private final String zh;
    private final String en;

    FileError(Fault fault, String zh, String en) {
        this.fault = fault;
        this.zh = zh;
        this.en = en;
    }

    @Override
    public Fault fault() {
        return fault;
    }

    @Override
    public String zh() {
        return zh;
    }

    @Override
    public String en() {
        return en;
    }
}
