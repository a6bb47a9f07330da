import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it } from "vitest";
import { show } from "@/testing/render";
import { MenuSection } from "./menu-section";

const SECTION = { code: "more", label: { zh: "资料" }, links: [{ to: "/e/customer", label: "客户", outside: false }] };
const section = (path = "/") =>
  show(
    <MenuSection app="crm" section={SECTION}>
      <a href="/e/customer">客户</a>
    </MenuSection>,
    path,
  );

beforeEach(() => localStorage.clear());

it("folds, and is found folded the next time", async () => {
  const first = section();
  expect(screen.getByRole("link", { name: "客户" })).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: /资料/, expanded: true }));
  expect(screen.queryByRole("link", { name: "客户" })).toBeNull();
  first.unmount();
  section();
  await userEvent.click(await screen.findByRole("button", { name: /资料/, expanded: false }));
  expect(screen.getByRole("link", { name: "客户" })).toBeTruthy();
});

it("tells, folded, that the page is one of its own", async () => {
  section("/e/customer");
  const head = screen.getByRole("button", { name: /资料/ });
  expect(head.dataset.inside).toBeUndefined();
  await userEvent.click(head);
  expect(head.dataset.inside).toBe("true");
});

it("is open where what was kept cannot be read", () => {
  localStorage.setItem("zhike.menu.folded", "{not json");
  section();
  expect(screen.getByRole("link", { name: "客户" })).toBeTruthy();
});
