package io.zhike.record.file;

import io.zhike.message.ErrorCode;
import io.zhike.message.Fault;

/** What can go wrong with files. */
public enum FileError implements ErrorCode {
    FILE_NOT_FOUND(Fault.NOT_FOUND, "没有文件 {0}，或你没有权限查看", "There is no file {0}, or you may not see it"),
    FILE_TOO_LARGE(
            Fault.TOO_LARGE, "文件「{0}」超过 {1}，请压缩或拆分后再上传", "The file '{0}' is larger than {1}; compress or split it"),
    WORKSPACE_FULL(
            Fault.TOO_LARGE,
            "存不下文件「{0}」：本工作区的文件最多共 {1}，请清理不再需要的文件，或让管理员调高上限",
            "There is no room for the file '{0}': the files of this workspace have {1} together; remove some that are not "
                    + "needed, or ask an administrator for more"),
    FILE_INFECTED(
            Fault.INVALID,
            "文件「{0}」含有恶意程序（{1}），已被删除；请在发来它的设备上查杀病毒",
            "The file '{0}' holds malware ({1}) and has been removed; scan the device that it comes from"),
    FILE_NOT_EXAMINED(
            Fault.UNAVAILABLE,
            "文件「{0}」没有上传：现在无法检查病毒，请稍后再试；若一直如此，请告知管理员",
            "The file '{0}' was not taken: it cannot be examined for malware now. Try again later, and tell an administrator "
                    + "if this goes on"),
    FILE_HELD(
            Fault.CONFLICT,
            "文件「{0}」正在检查病毒，检查完才能打开",
            "The file '{0}' is being examined for malware and opens afterwards"),
    FILE_GONE(Fault.CONFLICT, "文件「{0}」含有恶意程序，内容已被删除", "The file '{0}' held malware; its content has been removed"),
    NO_PREVIEW(
            Fault.CONFLICT,
            "文件「{0}」没有预览图：不是图片、已损坏或像素太多，请下载查看",
            "The file '{0}' has no preview: it is no picture, is damaged, or has too many pixels; download it"),
    TOO_MANY_FILES_ASKED(Fault.INVALID, "一次最多查询 {0} 个文件", "At most {0} files are told of at once"),
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
