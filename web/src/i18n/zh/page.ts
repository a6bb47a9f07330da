export default {
  areas: "页面区域",
  gone: "这里的内容不存在，或你没有查看的权限",
  noFigure: "无权查看",
  block: {
    facts: "资料",
    timeline: "动态",
    related: "相关列表",
    figures: "指标",
    note: "说明",
    tabs: "标签页",
  },
};
