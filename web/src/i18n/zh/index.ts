import app from "./app";
import audit from "./audit";
import begin from "./begin";
import builder from "./builder";
import button from "./button";
import buttonBuilder from "./button-builder";
import common from "./common";
import expression from "./expression";
import field from "./field";
import files from "./files";
import filter from "./filter";
import imports from "./imports";
import list from "./list";
import openForm from "./open-form";
import page from "./page";
import people from "./people";
import { home, personal, plan, shortcuts, week } from "./personal";
import print from "./print";
import privacy from "./privacy";
import publicForm from "./public-form";
import record from "./record";
import role from "./role";
import security from "./security";
import share from "./share";
import sharing from "./sharing";
import timeline from "./timeline";
import views from "./views";

export default {
  app,
  audit,
  begin,
  builder,
  button,
  buttonBuilder,
  common,
  expression,
  field,
  files,
  filter,
  home,
  imports,
  list,
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
  security,
  share,
  sharing,
  shortcuts,
  timeline,
  views,
  week,
};
