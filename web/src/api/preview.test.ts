import { afterEach, expect, it } from "vitest";
import { headersIn } from "./ahead";
import { endPreview, previewedRole, startPreview } from "./preview";

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
