import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { server, show } from "@/testing/render";
import PrintDialog from "./print-dialog";
import { PrintSelected } from "./print-selected";
import { fileName } from "./save-file";

const template = (code: string, zh: string, entity = "buyer") => ({ code, label: { zh }, entity, paper: "a4" });

describe("printing a record", () => {
  it("shows the page of the template that is chosen", async () => {
    server({
      "GET /records/buyer/r1/print/card": () => ({ text: "<p>资料卡</p>" }),
      "GET /records/buyer/r1/print/quote": () => ({ text: "<p>报价单</p>" }),
    });
    const templates = [template("card", "资料卡"), template("quote", "报价单")];
    show(<PrintDialog entity="buyer" id="r1" templates={templates} close={() => {}} />);
    await waitFor(() => expect(document.querySelector("iframe")).toHaveProperty("srcdoc", "<p>资料卡</p>"));
    await userEvent.click(screen.getByRole("combobox", { name: "选择模板" }));
    await userEvent.click((await screen.findAllByText("报价单")).at(-1) as HTMLElement);
    await waitFor(() => expect(document.querySelector("iframe")).toHaveProperty("srcdoc", "<p>报价单</p>"));
  });

  it("says why there is no PDF", async () => {
    server({
      "GET /records/buyer/r1/print/card?format=pdf": () => ({
        status: 503,
        json: { code: "print-busy", detail: "太忙了" },
      }),
      "GET /records/buyer/r1/print/card": () => ({ text: "<p>资料卡</p>" }),
    });
    show(<PrintDialog entity="buyer" id="r1" templates={[template("card", "资料卡")]} close={() => {}} />);
    await userEvent.click(await screen.findByRole("button", { name: /下载 PDF/ }));
    expect(await screen.findByText("太忙了")).toBeDefined();
  });
});

describe("printing several records", () => {
  it("asks for one PDF of them", async () => {
    URL.createObjectURL = vi.fn(() => "blob:x");
    const sent = server({
      "GET /print-templates": () => ({ json: { items: [template("card", "资料卡"), template("x", "别的", "other")] } }),
      "GET /prints/card?ids=a%2Cb": () => ({ text: "%PDF" }),
    });
    show(<PrintSelected entity="buyer" ids={new Set(["a", "b"])} />);
    await userEvent.click(await screen.findByRole("button", { name: /打印/ }));
    await waitFor(() => expect(sent.some((one) => one.path.startsWith("/prints/card"))).toBe(true));
  });

  it("is not offered where there is no template, nor for too many", async () => {
    server({ "GET /print-templates": () => ({ json: { items: [template("card", "资料卡")] } }) });
    show(<PrintSelected entity="other" ids={new Set(["a"])} />);
    show(<PrintSelected entity="buyer" ids={new Set(Array.from({ length: 101 }, (_, i) => `${i}`))} />);
    const buttons = await screen.findAllByRole("button", { name: /打印/ });
    expect(buttons).toHaveLength(1);
    expect(buttons[0]).toHaveProperty("disabled", true);
  });
});

it("names files as every system takes them", () => {
  expect(fileName("报价/合同: A", "", "3")).toBe("报价_合同_ A-3.pdf");
});
