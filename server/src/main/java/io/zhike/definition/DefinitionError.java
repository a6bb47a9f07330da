package io.zhike.definition;

import io.zhike.message.ErrorCode;
import io.zhike.message.Fault;

/** What can go wrong with definitions as a whole; what is wrong inside one is a {@link DefinitionIssue}. */
public enum DefinitionError implements ErrorCode {
    UNKNOWN_KIND(
            Fault.NOT_FOUND, "没有「{0}」这种定义。可用的种类：{1}。", "There is no kind of definition '{0}'. The kinds are: {1}."),
    UNKNOWN_DEFINITION(
            Fault.NOT_FOUND,
            "没有定义「{0}/{1}」。它可能已被删除，请在回收站或历史版本中查找。",
            "There is no definition '{0}/{1}'. It may have been deleted: look in the trash or in earlier revisions."),
    UNKNOWN_DRAFT(Fault.NOT_FOUND, "定义「{0}/{1}」没有未发布的草稿。", "The definition '{0}/{1}' has no unpublished draft."),
    UNKNOWN_REVISION(Fault.NOT_FOUND, "没有版本 {0}。当前版本是 {1}。", "There is no revision {0}. The present one is {1}."),
    UNKNOWN_TEMPLATE(Fault.NOT_FOUND, "没有模板「{0}」。可用的模板：{1}。", "There is no template '{0}'. The templates are: {1}."),
    UNKNOWN_APP(Fault.NOT_FOUND, "没有已发布的应用「{0}」。", "There is no published app '{0}'."),
    UNKNOWN_STATE(
            Fault.INVALID,
            "没有状态「{0}」。可用的状态：draft, published, trash。",
            "There is no state '{0}'. The states are: draft, published, trash."),
    NOT_A_DOCUMENT(
            Fault.INVALID,
            "定义必须是一个 JSON 对象，并与地址「{0}/{1}」一致。",
            "A definition is a JSON object that agrees with its address '{0}/{1}'."),
    INVALID_DEFINITION(
            Fault.INVALID,
            "定义「{0}/{1}」有 {2} 处不符合格式，草稿没有保存。",
            "The definition '{0}/{1}' breaks its format in {2} places; the draft was not saved."),
    NOT_YOURS_TO_BUILD(
            Fault.FORBIDDEN,
            "你不能搭建「{0}/{1}」（所属应用：{2}）。你可以搭建哪些应用由角色决定，角色和权限本身只有管理员能改。请联系管理员。",
            "You may not build '{0}/{1}' (of the app {2}). Roles say which apps you may build, and only administrators change roles and rights. Ask one of them."),
    NOT_YOURS_TO_READ(
            Fault.FORBIDDEN,
            "草稿没有保存：有 {0} 处用到了你不能查看的字段。",
            "The draft was not saved: in {0} places it uses fields that you may not read."),
    NOT_YOUR_APP(
            Fault.FORBIDDEN,
            "你不能搭建应用「{0}」，所以也不能发布它。请联系管理员。",
            "You may not build the app '{0}', nor publish it. Ask an administrator."),
    DRAFT_CONFLICT(
            Fault.CONFLICT,
            "「{0}」已被 {1} 修改（{2}）。请重新载入后再改，以免覆盖对方的修改。",
            "'{0}' has been changed by {1} ({2}). Load it again before you change it, so that nothing is overwritten."),
    DRAFTS_IN_THE_WAY(
            Fault.CONFLICT,
            "还有 {0} 个未发布的草稿：{1}。请先发布或放弃它们。",
            "There are {0} unpublished drafts: {1}. Publish or discard them first."),
    CANNOT_PUBLISH(
            Fault.INVALID,
            "有 {0} 处问题，没有发布任何内容。请按列出的位置修改后再发布。",
            "There are {0} problems, so nothing was published. Mend the places listed and publish again."),
    PUBLISH_LOSES_DATA(
            Fault.CONFLICT,
            "发布会丢失数据：{0} 个步骤需要你逐一确认（accept）。没有发布任何内容。",
            "Publishing would lose data: {0} steps need your consent (accept). Nothing was published."),
    PUBLISH_RUNNING(
            Fault.CONFLICT,
            "这个工作区正在发布。请等它完成后再试。",
            "This workspace is being published just now. Try again when that is done."),
    APP_EXISTS(Fault.CONFLICT, "应用「{0}」已经安装。", "The app '{0}' is installed already."),
    CODE_TAKEN(
            Fault.CONFLICT,
            "{0} 个定义的代码已被占用：{1}。请先改名或删除它们，再安装。",
            "{0} definitions have codes that are taken: {1}. Rename or delete these before you install."),
    BAD_PACKAGE(Fault.INVALID, "应用包无法读取：{0}", "The app package cannot be read: {0}"),
    PACKAGE_TOO_LARGE(Fault.TOO_LARGE, "应用包太大：{0} 超过了 {1}。", "The app package is too large: {0} is above {1}."),
    BAD_APP_REQUEST(
            Fault.INVALID,
            "请给出 template（模板）或 label（新应用的名称）之一；照已有应用新建时给出 label 和 copyOf，代码自动生成。",
            "Give either a template or a label for a new app; for one like another, a label and copyOf, and no code."),
    NO_SAMPLE_LOADED(Fault.NOT_FOUND, "应用「{0}」中没有示例数据。", "There is no sample data in the app '{0}'."),
    NO_SAMPLES(Fault.INVALID, "这台服务器不能装入示例数据。", "This server cannot load sample data.");

    private final Fault fault;
    private final String zh;
    private final String en;

    DefinitionError(Fault fault, String zh, String en) {
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
