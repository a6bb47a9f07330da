import type { ComponentType } from "react";
import type { ParameterSchema } from "@/api/rules";
import type { InputName, Values } from "./schema";

/** What the input of a parameter is given. */
export type ParameterProps = {
  schema: ParameterSchema;
  /** What it is called by those who cannot see it; `id` is that of the label's input. */
  label: string;
  id: string;
  value: unknown;
  /** Undefined takes it away. */
  set: (value: unknown) => void;
  /** What stands beside it: what is asked of one parameter may hang on another. */
  beside: Values;
};

/** One way to give a parameter. A group of inputs names itself; others are named by the label above them. */
export type Input = { Component: ComponentType<ParameterProps>; group?: boolean };

export type Inputs = Record<InputName, Input>;
