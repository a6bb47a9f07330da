import { afterEach, expect, it } from "vitest";
import { headersIn } from "./ahead";
import { packageAddress } from "./catalogue";
import { fileAddress, thumbnailAddress } from "./files";
import { refusedAddress } from "./imports";
import { endPreview, previewedRole, startPreview } from "./preview";
import { exportAddress } from "./records";

afterEach(() => sessionStorage.clear());

it("is told to the server with every request, for as long as it lasts", () => {
  expect(headersIn("zh")).not.toHaveProperty("Zhike-Preview-Role");
  startPreview({ code: "sales", name: "销售" });
  expect(previewedRole()).toEqual({ code: "sales", name: "销售" });
  expect(headersIn("zh")).toMatchObject({ "Accept-Language": "zh", "Zhike-Preview-Role": "sales" });
  endPreview();
  expect(previewedRole()).toBeNull();
  expect(headersIn("zh")).not.toHaveProperty("Zhike-Preview-Role");
});

it("is in every address that the browser itself asks for, for as long as it lasts", () => {
  const all = () => [
    fileAddress("f1"),
    thumbnailAddress("f1", "small"),
    exportAddress("lead", "csv", { where: null, search: "", sort: [] }),
    refusedAddress("i1"),
    packageAddress("crm"),
  ];
  for (const one of all()) expect(one).not.toContain("previewRole");
  startPreview({ code: "sales", name: "销售" });
  for (const one of all()) expect(new URL(one, "http://x").searchParams.get("previewRole")).toBe("sales");
  expect(thumbnailAddress("f1", "small")).toContain("size=small");
  endPreview();
  for (const one of all()) expect(one).not.toContain("previewRole");
});
