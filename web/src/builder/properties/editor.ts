import type { ComponentType } from "react";
import type { Design, FieldDoc } from "../model/design";
import type { PropertySchema } from "./schema";

export type EditorProps = {
  name: string;
  schema: PropertySchema;
  field: FieldDoc;
  design: Design;
  value: unknown;
  /** Undefined takes the property away. */
  set: (value: unknown) => void;
  id: string;
  label: string;
};

/** How one kind of property is edited; the first that fits is taken. */
export type Editor = {
  fits: (name: string, schema: PropertySchema, type: string) => boolean;
  Component: ComponentType<EditorProps>;
  /** Whether the editor says the property's name itself, beside its control. */
  inline?: boolean;
};
