import { screen } from "@testing-library/react";
import { afterAll, beforeAll, expect, it } from "vitest";
import { changeLanguage } from "@/i18n";
import { show } from "@/testing/render";
import { Copied } from "./copied";

beforeAll(() => changeLanguage("en", false));
afterAll(() => changeLanguage("zh", false));

it.each([
  ["Signing key", "Copy signing key"],
  ["API key", "Copy API key"],
])("writes the name %s as a sentence does: %s", (label, button) => {
  show(<Copied label={label} text="zk_1" />);
  expect(screen.getByRole("button", { name: button })).toBeDefined();
});
