import { AGGREGATE } from "./aggregate-functions";
import { DATE } from "./date-functions";
import { LIST } from "./list-functions";
import { LOGIC } from "./logic-functions";
import { MEMBER } from "./member-functions";
import { NUMBER } from "./number-functions";
import { PERIOD } from "./period-functions";
import type { Family } from "./scope";
import { TEXT } from "./text-functions";

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
