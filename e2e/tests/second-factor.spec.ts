import { createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expect, PASSWORD, signOut, test } from "./zhike.ts";

const OWN = "a password of my own";
const SECONDS = 30;

function bytesOf(base32: string): Buffer {
  const bits = [...base32].map((sign) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(sign).toString(2).padStart(5, "0"));
  return Buffer.from((bits.join("").match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}

/** What an authenticator app shows, some steps from now. */
function codeOf(secret: string, ahead: number): string {
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 1000 / SECONDS) + ahead));
  const hash = createHmac("sha1", bytesOf(secret)).update(step).digest();
  const number = (hash.readUInt32BE((hash.at(-1) ?? 0) & 0xf) & 0x7fffffff) % 1_000_000;
  return String(number).padStart(6, "0");
}

async function givePassword(page: Page, account: string): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("账号").fill(account);
  await page.getByLabel("密码", { exact: true }).fill(OWN);
  await page.getByRole("button", { name: /^登\s*录$/ }).click();
}

test("a second factor is set up, asked for, and made up for by a recovery code", async ({ page }) => {
  await page.request.post("/api/v1/session", { data: { account: "admin", password: PASSWORD } });
  const account = `factor-${Date.now()}`;
  const made = await page.request.post("/api/v1/members", { data: { name: "小安", account, password: OWN } });
  expect(made.status()).toBe(201);
  await page.request.delete("/api/v1/session");
  let codes: string[] = [];
  let secret = "";

  await test.step("is set up with the phone", async () => {
    await givePassword(page, account);
    await page.getByRole("button", { name: "我的账号" }).click();
    await page.getByRole("menuitem", { name: "账号安全" }).click();
    await page.getByRole("button", { name: "开启两步验证" }).click();
    await page.getByLabel("现在的密码").fill(OWN);
    await page.getByRole("button", { name: "下一步" }).click();
    await page.getByText("不能扫描？手动输入这个密钥").click();
    secret = await page.getByLabel("密钥", { exact: true }).inputValue();
    await page.getByLabel("输入身份验证器显示的 6 位数字").fill(codeOf(secret, -1));
    await page.getByRole("button", { name: "确认并开启" }).click();
    const shown = page.getByRole("list", { name: "保存恢复码" }).getByRole("listitem");
    await expect(shown).toHaveCount(10);
    codes = await shown.allTextContents();
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: /^下\s*载$/ }).click();
    expect(readFileSync(await (await download).path(), "utf8")).toContain(codes[9]);
    await page.getByRole("button", { name: "我已保存好" }).click();
    await expect(page.getByText("剩余恢复码 10 个")).toBeVisible();
    await signOut(page);
  });

  await test.step("signing in takes a code, and each code once", async () => {
    await givePassword(page, account);
    await page.getByLabel("验证码").fill(codeOf(secret, -1));
    await page.getByRole("button", { name: /^登\s*录$/ }).click();
    await expect(page.getByRole("alert")).toContainText("验证码不正确");
    await page.getByLabel("验证码").fill(codeOf(secret, 1));
    await page.getByRole("button", { name: /^登\s*录$/ }).click();
    await expect(page.getByRole("button", { name: "我的账号" })).toBeVisible();
    await signOut(page);
  });

  await test.step("without the phone a recovery code lets in", async () => {
    await givePassword(page, account);
    await page.getByRole("button", { name: "手机不在身边？使用恢复码" }).click();
    await page.getByLabel("恢复码").fill(codes[0] ?? "");
    await page.getByRole("button", { name: /^登\s*录$/ }).click();
    await expect(page.getByRole("button", { name: "我的账号" })).toBeVisible();
  });
});
