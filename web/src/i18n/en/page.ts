import type zh from "../zh/page";

const en: typeof zh = {
  areas: "Areas of the page",
  gone: "What belongs here is gone, or you may not see it",
  noFigure: "Not for you",
  block: {
    facts: "Facts",
    timeline: "Timeline",
    related: "Related list",
    figures: "Figures",
    note: "Note",
    tabs: "Tabs",
  },
};

export default en;
