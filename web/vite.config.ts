import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig, type ViteUserConfig } from "vitest/config";
import { antdStyles } from "./dev/antd-styles.ts";
import { pageFiles } from "./dev/page-files.ts";
import { pdfData } from "./dev/pdf-data.ts";
import { mockServer } from "./dev/server.ts";

const server = process.env.ZHIKE_URL ?? "http://127.0.0.1:8080";

// `ZHIKE_MOCK=1 npm run dev` answers /api from dev/, in memory; otherwise /api goes to a running server.
const config = (): ViteUserConfig => ({
  plugins: [react(), antdStyles(), pdfData(), ...(process.env.ZHIKE_MOCK ? [mockServer()] : [])],
  resolve: { alias: { "@": fileURLToPath(new URL("./src", import.meta.url)) } },
  server: { host: "127.0.0.1", port: 5173, proxy: process.env.ZHIKE_MOCK ? {} : { "/api": server } },
  build: { outDir: "dist", manifest: true, target: "es2023", chunkSizeWarningLimit: 1200 },
  test: { environment: "happy-dom", testTimeout: 30_000, setupFiles: ["src/testing/setup.ts"], css: false },
});

async function filesByPlace() {
  const groups = [{ name: await pageFiles(config()) }];
  return { output: { codeSplitting: { includeDependenciesRecursively: false, groups } } };
}

export default defineConfig(async ({ command }) => {
  const shared = config();
  return command === "build"
    ? { ...shared, build: { ...shared.build, rolldownOptions: await filesByPlace() } }
    : shared;
});
