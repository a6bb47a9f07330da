import type zh from "../zh";
import app from "./app";
import audit from "./audit";
import begin from "./begin";
import builder from "./builder";
import button from "./button";
import buttonBuilder from "./button-builder";
import calendar from "./calendar";
import common from "./common";
import credential from "./credential";
import expression from "./expression";
import field from "./field";
import files from "./files";
import filter from "./filter";
import hook from "./hook";
import imports from "./imports";
import list from "./list";
import { mail, mailTemplate, notice, todo } from "./notice";
import openForm from "./open-form";
import page from "./page";
import people from "./people";
import { home, personal, plan, shortcuts, week } from "./personal";
import print from "./print";
import privacy from "./privacy";
import publicForm from "./public-form";
import record from "./record";
import role from "./role";
import rule from "./rule";
import rules from "./rules";
import security from "./security";
import share from "./share";
import sharing from "./sharing";
import timeline from "./timeline";
import views from "./views";
import why from "./why";

const en: typeof zh = {
  app,
  audit,
  begin,
  builder,
  button,
  buttonBuilder,
  calendar,
  common,
  credential,
  expression,
  field,
  files,
  filter,
  home,
  imports,
  list,
  mail,
  mailTemplate,
  notice,
  openForm,
  print,
  people,
  personal,
  plan,
  page,
  privacy,
  publicForm,
  record,
  role,
  hook,
  rule,
  rules,
  security,
  share,
  sharing,
  shortcuts,
  timeline,
  todo,
  views,
  week,
  why,
};
export default en;
