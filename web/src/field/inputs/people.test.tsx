import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { keys } from "@/api/keys";
import type { FieldInfo } from "@/api/types";
import { show } from "@/testing/render";
import { MemberInput } from "./people";

it("offers nobody who left, and keeps them where they were chosen", async () => {
  const field: FieldInfo = { code: "keeper", type: "member", label: { zh: "负责人" } };
  const { cache } = show(<MemberInput id="keeper" field={field} value={["m2"]} onChange={() => {}} />);
  cache.setQueryData(keys.members, [
    { id: "m1", name: "安", active: true },
    { id: "m2", name: "博", active: false },
    { id: "m3", name: "陈", active: false },
  ]);
  await userEvent.click(await screen.findByRole("combobox"));
  const names = (await screen.findAllByRole("option")).map((one) => one.getAttribute("aria-label") ?? one.textContent);
  expect(names).toContain("安");
  expect(document.body.textContent).toContain("博");
  expect(document.body.textContent).not.toContain("陈");
});
