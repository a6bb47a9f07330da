import { queryOptions } from "@tanstack/react-query";
import { call, segment } from "./client";
import { keys } from "./keys";
import type { Label, Watermark } from "./types";

export type HeldPart = {
  entity: string;
  label: Label;
  kind: "record" | "child" | "related";
  records: number;
  fields: { code: string; label: Label }[];
};
export type Kept = { kind: string; label: Label; count: number };

/** What is held on the person for whom a record stands. */
export type Held = { title: string; parts: HeldPart[]; changes: number; kept: Kept[] };

/** What to erase beside the personal fields of the record and its child rows. */
export type Erasure = { confirm: string; related: string[]; kept: string[] };

const path = (entity: string, id: string) => `/records/${segment(entity)}/${segment(id)}/personal-data`;

export const heldQuery = (entity: string, id: string) =>
  queryOptions({
    queryKey: keys.personalData(entity, id),
    queryFn: ({ signal }) => call<Held>("GET", path(entity, id), { signal }),
    staleTime: 0,
  });

export const personalExportPath = (entity: string, id: string): string => `${path(entity, id)}/export`;

export function erasePersonalData(entity: string, id: string, erasure: Erasure): Promise<{ records: number }> {
  return call("POST", `${path(entity, id)}/erase`, { body: erasure });
}

export type WatermarkSetting = Pick<Watermark, "mode">;

export const watermarkQuery = queryOptions({
  queryKey: keys.watermark,
  queryFn: ({ signal }) => call<WatermarkSetting>("GET", "/watermark", { signal }),
});

export const chooseWatermark = (mode: Watermark["mode"]): Promise<WatermarkSetting> =>
  call("PUT", "/watermark", { body: { mode } });
