import type zh from "../zh";
import app from "./app";
import begin from "./begin";
import builder from "./builder";
import common from "./common";
import expression from "./expression";
import field from "./field";
import files from "./files";
import filter from "./filter";
import imports from "./imports";
import list from "./list";
import openForm from "./open-form";
import print from "./print";
import publicForm from "./public-form";
import record from "./record";
import timeline from "./timeline";
import views from "./views";

const en: typeof zh = {
  app,
  begin,
  builder,
  common,
  expression,
  field,
  files,
  filter,
  imports,
  list,
  openForm,
  print,
  publicForm,
  record,
  timeline,
  views,
};
export default en;
