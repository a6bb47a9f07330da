export default {
  submit: "提交",
  thanks: "已提交，谢谢！",
  again: "再填一份",
  missing: "没有这个表单",
  missingText: "链接可能不完整，或者表单已经收回。请向发给你链接的人确认。",
  state: {
    open: "正在收集",
    early: "表单还没有开放，请稍后再来。",
    closed: "表单已经结束，不再接收新的内容。",
    full: "名额已满，不再接收新的内容。",
  },
};
