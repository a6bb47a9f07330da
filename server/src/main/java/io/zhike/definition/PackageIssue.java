package io.zhike.definition;

import io.zhike.message.MessageCode;

/** What can be wrong with a file of an app package. */
enum PackageIssue implements MessageCode {
    NO_APP_FILE("应用包的最上层缺少 app.yaml。", "There is no app.yaml at the top of the package."),
    NOT_YAML("第 {0} 行第 {1} 列不是有效的 YAML：{2}", "Line {0}, column {1} is not valid YAML: {2}"),
    NOT_AN_OBJECT("文件应是一个对象（键: 值）。", "The file has to be one object (key: value)."),
    NO_KEY("缺少 kind 或 code，或者它们不是有效的代码。", "'kind' or 'code' is missing or is no code."),
    OTHER_APP("定义属于应用「{0}」，而这个包是应用「{1}」。", "The definition belongs to the app '{0}', the package is '{1}'."),
    TWICE("定义「{0}」在文件 {1} 中已经有了。", "The definition '{0}' is in the file {1} already."),
    BAD_SAMPLE("示例数据无法读取：{0}", "The sample data cannot be read: {0}"),
    BAD_NAME("文件名「{0}」不允许出现在应用包中。", "A package cannot hold a file named '{0}'."),
    NOT_A_ZIP("不是有效的 ZIP 文件。", "Not a valid ZIP file."),
    TOO_MANY_FILES("文件数", "The number of files"),
    FILE_TOO_LARGE("文件「{0}」", "The file '{0}'"),
    ALL_TOO_LARGE("全部文件", "The sum of all files");

    private final String zh;
    private final String en;

    PackageIssue(String zh, String en) {
        this.zh = zh;
        this.en = en;
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
