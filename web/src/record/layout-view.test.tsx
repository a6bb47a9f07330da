import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import type { Layout } from "@/core/layout/layout";
import { show } from "@/testing/render";
import { LayoutView } from "./layout-view";

const LAYOUT: Layout = [
  {
    code: "s1",
    label: { zh: "开票信息" },
    items: [{ field: "tax" }, { field: "bank" }, { code: "n1", text: { zh: "附注" } }],
  },
  { code: "s2", label: { zh: "说明" }, items: [{ code: "n2", text: { zh: "只有文字" } }] },
  {
    code: "t",
    tabs: [
      { code: "t1", label: { zh: "物流" }, items: [{ field: "address" }] },
      { code: "t2", label: { zh: "其他" }, items: [{ field: "note" }] },
    ],
  },
];

function layout(...hidden: string[]) {
  show(
    <LayoutView
      layout={LAYOUT}
      isWide={() => false}
      place={(code) => (hidden.includes(code) ? null : <span>{code}</span>)}
    />,
  );
}

it("a section or tab whose fields are all hidden is not there, whatever notes it has", () => {
  layout("tax", "bank", "address");
  expect(screen.queryByRole("button", { name: "开票信息" })).toBeNull();
  expect(screen.queryByText("附注")).toBeNull();
  expect(screen.queryByRole("tab", { name: "物流" })).toBeNull();
  expect(screen.getByRole("tab", { name: "其他" })).toBeTruthy();
  expect(screen.getByText("只有文字")).toBeTruthy();
});

it("one field that shows is enough", () => {
  layout("tax");
  expect(screen.getByRole("button", { name: "开票信息" })).toBeTruthy();
  expect(screen.getByText("附注")).toBeTruthy();
  expect(screen.getByRole("tab", { name: "物流" })).toBeTruthy();
});

it("tabs of which none is left leave nothing", () => {
  layout("address", "note");
  expect(screen.queryByRole("tablist")).toBeNull();
});
