import { defineConfig } from "@playwright/test";
import base from "../playwright.config.ts";

/** Takes pictures of every screen; proves nothing, so `npm test` leaves it alone. */
export default defineConfig({
  ...base,
  testDir: ".",
  testMatch: "*.pictures.ts",
  outputDir: "../test-results/pictures",
  timeout: 3_600_000,
  expect: { timeout: 20_000 },
});
