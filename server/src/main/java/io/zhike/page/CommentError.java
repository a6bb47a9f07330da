package io.zhike.page;

import io.zhike.message.ErrorCode;
import io.zhike.message.Fault;

/** What can be wrong with a comment. */
enum CommentError implements ErrorCode {
    NO_SUCH_COMMENT(Fault.NOT_FOUND, "没有这条评论，可能已被删除。", "There is no such comment. It may have been deleted."),
    COMMENT_BLANK(Fault.INVALID, "评论不能为空。", "A comment cannot be blank."),
    COMMENT_TOO_LONG(Fault.INVALID, "评论最多 {0} 个字，现有 {1} 个。", "A comment has at most {0} characters; this one has {1}."),
    TOO_MANY_MENTIONS(Fault.INVALID, "一条评论最多提到 {0} 人。", "A comment speaks to at most {0} people."),
    NOBODY_MENTIONED(Fault.INVALID, "评论提到的成员不存在或已离开。", "The comment speaks to somebody who is not here or has left."),
    TOO_MANY_FILES(Fault.INVALID, "一条评论最多带 {0} 个文件。", "A comment has at most {0} files."),
    NO_SUCH_FILE(Fault.INVALID, "评论里的文件 {0} 不存在，请重新上传。", "The file {0} of the comment is not there; upload it again."),
    FILE_HELD_MALWARE(
            Fault.INVALID,
            "文件「{0}」含有恶意程序，内容已被删除，请去掉它再发送。",
            "The file '{0}' held malware and its content is gone; take it out and send again."),
    NOT_YOUR_COMMENT(
            Fault.FORBIDDEN,
            "只有作者能修改评论，作者和管理员能删除。",
            "Only its author edits a comment; its author and administrators delete it.");

    private final Fault fault;
    private final String zh;
    private final String en;

    CommentError(Fault fault, String zh, String en) {
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
