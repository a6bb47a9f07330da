import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import { show } from "@/testing/render";
import { select } from "./choice";

const { Input } = select;
const field = { code: "source", type: "select" as const, label: { zh: "来源" }, options: [] };

it("an input that comes late leaves the focus with whoever types elsewhere", async () => {
  if (!Input) throw new Error("a select has an input");
  show(
    <>
      <input aria-label="名称" />
      <Input field={field} value={null} onChange={vi.fn()} autoFocus />
    </>,
  );
  expect(screen.queryByRole("combobox")).toBeNull();
  await userEvent.type(screen.getByLabelText("名称"), "知味");
  await screen.findByRole("combobox");
  expect(screen.getByLabelText("名称")).toBe(document.activeElement);
});

it("an input that is there at once takes the focus it is given", () => {
  if (!Input) throw new Error("a select has an input");
  show(<Input field={field} value={null} onChange={vi.fn()} autoFocus />);
  expect(screen.getByRole("combobox")).toBe(document.activeElement);
});
