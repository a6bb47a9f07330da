import type { Locator, Page } from "@playwright/test";
import { expect, PASSWORD, test } from "./zhike.ts";

/** A page in Chinese by a font that the document does not hold, so that the tables of Chinese encodings are needed. */
const PDF = `%PDF-1.4
1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj
2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj
3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents 4 0 R /Resources <</Font <</F1 5 0 R>>>>>> endobj
4 0 obj <</Length 52>> stream
BT /F1 36 Tf 40 100 Td <B2C9B9BABACFCDAC> Tj ET
endstream endobj
5 0 obj <</Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /GBK-EUC-H /DescendantFonts [6 0 R]>> endobj
6 0 obj <</Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo <</Registry (Adobe) /Ordering (GB1) /Supplement 2>> /FontDescriptor 7 0 R>> endobj
7 0 obj <</Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80>> endobj
trailer <</Root 1 0 R>>
`;

type Dropped = { name: string; type: string; content: Buffer };

async function makeRecord(page: Page): Promise<string> {
  await page.request.post("/api/v1/session", { data: { account: "admin", password: PASSWORD } });
  const put = (path: string, data: object) => page.request.put(`/api/v1/definitions${path}`, { data });
  await put("/app/shops", { kind: "app", code: "shops", app: "shops", label: { zh: "门店" }, menu: [{ entity: "shop" }] });
  await put("/entity/shop", {
    kind: "entity",
    code: "shop",
    app: "shops",
    label: { zh: "门店" },
    fields: [
      { code: "name", type: "text", label: { zh: "名称" }, title: true },
      { code: "photos", type: "image", label: { zh: "照片" } },
      { code: "papers", type: "file", label: { zh: "资料" }, types: ["pdf", "csv"] },
    ],
  });
  expect((await page.request.post("/api/v1/publish")).ok()).toBe(true);
  const made = await page.request.post("/api/v1/records/shop", { data: { name: "南京西路店" } });
  return ((await made.json()) as { id: string }).id;
}

async function drop(on: Locator, files: Dropped[]): Promise<void> {
  const sent = files.map(({ name, type, content }) => ({ name, type, base64: content.toString("base64") }));
  await on.evaluate((place, all) => {
    const data = new DataTransfer();
    for (const { name, type, base64 } of all) {
      const bytes = Uint8Array.from(atob(base64), (one) => one.charCodeAt(0));
      data.items.add(new File([bytes], name, { type }));
    }
    for (const kind of ["dragenter", "dragover", "drop"]) {
      place.dispatchEvent(new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer: data }));
    }
  }, sent);
}

/** Whether something is drawn on the first page, not only white. */
async function isDrawn(canvas: Locator): Promise<boolean> {
  return canvas.evaluate((one: HTMLCanvasElement) => {
    const pixels = one.getContext("2d")?.getImageData(0, 0, one.width, one.height).data ?? [];
    for (let at = 0; at < pixels.length; at += 4) if ((pixels[at + 3] ?? 0) > 0 && (pixels[at] ?? 255) < 100) return true;
    return false;
  });
}

for (const [width, height] of [
  [1440, 900],
  [390, 844],
] as const) {
  test(`a picture and a PDF dropped onto a record are shown in place, ${width} pixels wide`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    const id = await makeRecord(page);
    await page.goto(`/e/shop/${id}`);
    const title = page.getByRole("heading", { name: "南京西路店" });
    const picture = { name: "门头.png", type: "image/png", content: await page.screenshot() };
    const paper = { name: "合同.pdf", type: "application/pdf", content: Buffer.from(PDF, "latin1") };

    await drop(title, [picture, paper]);
    await page.getByRole("button", { name: "放到「资料」" }).click();
    const refused = page.getByRole("dialog", { name: "上传到「资料」" });
    await expect(refused).toContainText("门头.png");
    await expect(refused).toContainText("不接受这种文件，可用的类型：pdf, csv");
    await refused.getByRole("button", { name: "不再显示「门头.png」" }).click();
    await expect(refused).toBeHidden();
    await drop(page.locator("[data-file-field=photos]"), [picture]);

    const facts = page.getByRole("region", { name: "基本信息" });
    const tables: number[] = [];
    page.on("response", (response) => response.url().includes("/cmaps/") && tables.push(response.status()));
    await facts.getByRole("button", { name: "查看「合同.pdf」" }).click();
    await expect.poll(() => isDrawn(page.getByRole("img", { name: "第 1 页" }))).toBe(true);
    expect(tables).toContain(200);
    await page.keyboard.press("Escape");
    await facts.getByRole("button", { name: "查看「门头.png」" }).click();
    const shown = page.getByRole("dialog").getByRole("img", { name: "门头.png" });
    await expect.poll(() => shown.evaluate((one: HTMLImageElement) => one.naturalWidth)).toBe(width);
    await page.getByRole("button", { name: "旋转" }).click();
    await expect(shown).toHaveAttribute("style", /rotate\(90deg\)/);
    await page.keyboard.press("Escape");
    await expect(shown).toBeHidden();
  });
}
