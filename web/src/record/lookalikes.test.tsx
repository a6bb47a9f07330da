import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, it, vi } from "vitest";
import type { EntityInfo } from "@/api/types";
import { CUSTOMER, server, show } from "@/testing/render";
import { CreateDrawer } from "./create-drawer";

const FIRM: EntityInfo = {
  ...CUSTOMER,
  code: "firm",
  fields: [
    { code: "name", type: "text", valueType: "text", label: { zh: "名称" }, lookalike: true },
    { code: "phone", type: "phone", valueType: "text", label: { zh: "电话" }, lookalike: true, format: "mobile" },
    { code: "note", type: "text", valueType: "text", label: { zh: "备注" } },
  ],
};
afterEach(() => {
  vi.useRealTimers();
});

const ASK = "POST /records/firm/lookalikes";

it("shows who might be there already, with a way there, and does not keep one from saving", async () => {
  const sent = server({
    [ASK]: () => ({ json: { items: [{ id: "a", number: 7, title: "云帆科技", matches: ["name", "phone"] }] } }),
    "POST /records/firm": () => ({ status: 201, json: { id: "new", version: 1 } }),
  });
  show(<CreateDrawer entity={FIRM} close={() => {}} />);
  await userEvent.type(screen.getByLabelText("备注"), "x");
  await userEvent.type(screen.getByLabelText("名称"), "云帆");
  const link = await screen.findByRole("link", { name: "云帆科技" });
  expect(link.getAttribute("href")).toContain("/a");
  expect(screen.getByText("名称、电话相同")).toBeDefined();
  const asked = sent.filter((one) => `${one.method} ${one.path}` === ASK);
  expect(asked.map((one) => one.body)).toEqual([{ values: { name: "云帆" } }]);
  await userEvent.click(screen.getByText("保存"));
  await waitFor(() => expect(sent.some((one) => one.method === "POST" && one.path === "/records/firm")).toBe(true));
});

it("asks about nothing that is blank or half typed", async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const sent = server({ [ASK]: () => ({ json: { items: [] } }) });
  show(<CreateDrawer entity={FIRM} close={() => {}} />);
  await userEvent.type(screen.getByLabelText("电话"), "1381234");
  await vi.advanceTimersByTimeAsync(600);
  expect(sent.some((one) => one.path.endsWith("/lookalikes"))).toBe(false);
  await userEvent.type(screen.getByLabelText("电话"), "5678");
  await waitFor(() => expect(sent.some((one) => one.path.endsWith("/lookalikes"))).toBe(true));
  expect(sent.find((one) => one.path.endsWith("/lookalikes"))?.body).toEqual({ values: { phone: "+8613812345678" } });
  expect(screen.queryByRole("status")).toBeNull();
});
