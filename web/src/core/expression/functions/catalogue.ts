import type { Family } from "../scope";
import { AGGREGATE } from "./aggregate";
import { DATE } from "./date";
import { LIST } from "./list";
import { LOGIC } from "./logic";
import { MEMBER } from "./member";
import { NUMBER } from "./number";
import { PERIOD } from "./period";
import { TEXT } from "./text";

/** All functions that a checked tree may call. AND, OR, NOT and CONCAT are operators there. */
export const FUNCTIONS: Family = {
  ...TEXT,
  ...NUMBER,
  ...LOGIC,
  ...DATE,
  ...PERIOD,
  ...LIST,
  ...MEMBER,
  ...AGGREGATE,
};
