import type zh from "../zh";
import app from "./app";
import begin from "./begin";
import common from "./common";
import field from "./field";
import filter from "./filter";
import imports from "./imports";
import list from "./list";
import record from "./record";
import views from "./views";

const en: typeof zh = { app, begin, common, field, filter, imports, list, record, views };
export default en;
