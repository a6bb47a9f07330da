import { afterEach, expect, it } from "vitest";
import { headersIn } from "./ahead";
import { packageAddress } from "./catalogue";
import { fileAddress, thumbnailAddress } from "./files";
import { refusedAddress } from "./imports";
import { endPreview, looking, startPreview } from "./preview";
import { exportAddress } from "./records";

afterEach(() => sessionStorage.clear());

it("is told to the server with every request, for as long as it lasts", () => {
  expect(headersIn("zh")).not.toHaveProperty("Zhike-Preview-Role");
  startPreview({ role: "sales", name: "销售" });
  expect(looking()).toEqual({ role: "sales", name: "销售" });
  expect(headersIn("zh")).toMatchObject({ "Accept-Language": "zh", "Zhike-Preview-Role": "sales" });
  endPreview();
  expect(looking()).toBeNull();
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
  startPreview({ role: "sales", name: "销售" });
  for (const one of all()) expect(new URL(one, "http://x").searchParams.get("previewRole")).toBe("sales");
  expect(thumbnailAddress("f1", "small")).toContain("size=small");
  startPreview({ member: "m1", name: "张三" });
  for (const one of all()) expect(new URL(one, "http://x").search).toMatch(/[?&]seeAs=m1/);
  endPreview();
  for (const one of all()) expect(one).not.toMatch(/previewRole|seeAs/);
});

it("is of a member as well as of a role", () => {
  startPreview({ member: "m1", name: "张三" });
  expect(looking()).toEqual({ member: "m1", name: "张三" });
  expect(headersIn("zh")).toMatchObject({ "Zhike-See-As": "m1" });
  expect(headersIn("zh")).not.toHaveProperty("Zhike-Preview-Role");
});
