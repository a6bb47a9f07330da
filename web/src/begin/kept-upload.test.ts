import { expect, test } from "vitest";
import type { Upload } from "@/api/import-types";
import { forgetUploads, keepUpload, keptUpload } from "./kept-upload";

test("what was kept of files goes at signing out, and nothing else does", () => {
  sessionStorage.setItem("zhike.other", "stays");
  for (const id of ["a", "b"]) keepUpload({ id } as Upload);
  expect(keptUpload("b")).toEqual({ id: "b" });
  forgetUploads();
  expect([keptUpload("a"), keptUpload("b")]).toEqual([null, null]);
  expect(sessionStorage.getItem("zhike.other")).toBe("stays");
});
