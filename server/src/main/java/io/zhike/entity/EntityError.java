package io.zhike.entity;

import io.zhike.message.ErrorCode;
import io.zhike.message.Fault;

/** What ends an operation on entities and their tables. */
public enum EntityError implements ErrorCode {
    UNKNOWN_ENTITY(Fault.NOT_FOUND, "没有「{0}」这个表单。", "There is no entity '{0}'."),
    UNKNOWN_FIELD(Fault.NOT_FOUND, "「{0}」没有「{1}」这个字段。", "'{0}' has no field '{1}'."),
    UNKNOWN_REGION(Fault.NOT_FOUND, "没有代码为「{0}」的地区。", "There is no region of the code '{0}'."),
    UNKNOWN_TRASH(Fault.NOT_FOUND, "回收站里没有「{0}」。", "There is no '{0}' in the trash."),
    TRASH_IN_THE_WAY(
            Fault.CONFLICT,
            "「{0}」已经又有了，不能恢复被删除的那一个。请先删除现在的，或彻底删除回收站里的。",
            "There is a '{0}' again, so that the deleted one cannot come back. Delete the present one first, or purge the other."),
    TRASH_OF_GONE(
            Fault.CONFLICT,
            "字段「{0}」所在的表单「{1}」也被删除了，请先恢复表单并发布。",
            "The entity '{1}' of the field '{0}' is deleted too; restore and publish that first."),
    TRASH_COVERED(
            Fault.CONFLICT,
            "「{0}」后来又被删除过一次，只能先恢复最近的一次；也可以先彻底删除最近的一次。",
            "'{0}' was deleted once more since; the latest one comes back first, or purge that one."),
    TRASH_FORGOTTEN(
            Fault.CONFLICT,
            "找不到「{0}」当初的定义。请用同样的代码「{1}」和类型重新添加它并发布，数据会随之回来。",
            "The definition that '{0}' had is not found. Add it again with the same code '{1}' and type and publish; its data comes back."),
    NOT_UNIQUE(Fault.CONFLICT, "{0} 没有改动任何内容。", "{0} Nothing was changed."),
    SEALING_HELD(
            Fault.CONFLICT,
            "「{0}」的「{1}」有过内容，不能改变是否加密。请另建一个字段，导出后再导入到新字段，然后删除旧字段并从回收站彻底删除。",
            "'{1}' of '{0}' has had values, so whether it is encrypted cannot change. Add another field, export the values and import them into it, then delete the old field and purge it from the trash."),
    TABLE_BUSY(
            Fault.UNAVAILABLE,
            "表「{0}」正被长时间使用，结构没有改动。请稍后再发布。",
            "The table '{0}' has been in use for too long; nothing was changed. Publish again in a while."),
    CHANGED_MEANWHILE(
            Fault.CONFLICT,
            "发布期间「{0}」的「{1}」有了不能转换的新值。没有改动任何内容，请重试。",
            "During the publish '{1}' of '{0}' got values that cannot be converted. Nothing was changed; try again.");

    private final Fault fault;
    private final String zh;
    private final String en;

    EntityError(Fault fault, String zh, String en) {
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
