import { expect, test } from "@playwright/test";
import { discard, newData, postgresOf, Run } from "./starting.ts";
import { freePort, signIn } from "./zhike.ts";

const PASSWORD = "start-admin-1234";

test("one command with a template gives a system that can be worked with", async ({ page }) => {
  const data = newData();
  const options = ["--port", String(await freePort()), "--data", data];
  const first = new Run([...options, "--template", "starter", "--sample"]);
  try {
    const { url, account, password } = await first.ready();

    await test.step("says where, as whom, and the password once, in two languages", async () => {
      expect(account).toBe("admin");
      expect(password).toMatch(/^\S{12,}$/);
      expect(first.output).toContain(`知客已就绪：${url}，账号 admin，密码 ${password}`);
      expect(first.output).toContain(data);
      expect(first.output.trimEnd().split("\n").at(-1)).toBe(
        `Zhike is ready at ${url}, account admin, password ${password}`,
      );
    });

    await test.step("shows the app's menu and its sample records", async () => {
      await signIn(page, password, url);
      await page.getByRole("navigation", { name: "主导航" }).getByText("客户信息表").first().click();
      await expect(page.getByText("30 条", { exact: true })).toBeVisible();
      await expect(page.getByText("¥3,748,000.00")).toBeVisible();
    });

    await test.step("takes one more follow-up", async () => {
      await page.locator('[role="row"][aria-rowindex="2"] [aria-colindex="2"]').getByRole("link").click();
      const timeline = page.getByRole("region", { name: "动态" });
      await timeline.getByLabel("沟通纪要").fill("约好周五演示");
      await timeline.getByRole("button", { name: /^记\s*录$/ }).click();
      await expect(timeline.getByRole("listitem").filter({ hasText: "约好周五演示" })).toBeVisible();
      await page.goto(`${url}/e/follow_up?view=follow_up_all`);
      await expect(page.getByText("81 条", { exact: true })).toBeVisible();
      await expect(page.getByText("约好周五演示")).toBeVisible();
    });

    await test.step("lets go of the sample data, and of nothing else", async () => {
      await page.goto(url);
      await page.getByRole("button", { name: "清除示例数据" }).click();
      await page.getByRole("dialog").getByRole("button", { name: "清除示例数据" }).click();
      await expect(page.getByText("示例数据已清除")).toBeVisible();
      await page.goto(`${url}/e/follow_up?view=follow_up_all`);
      await expect(page.getByText("1 条", { exact: true })).toBeVisible();
      await expect(page.getByText("约好周五演示")).toBeVisible();
    });

    await test.step("refuses a second start on the same data, and goes on", async () => {
      const second = new Run(["--port", String(await freePort()), "--data", data]);
      expect(await second.ended()).toBe(1);
      expect(second.output).toContain("is in use by another Zhike");
      expect(second.output).toContain("知客没有启动：数据目录");
      expect(second.output).not.toMatch(/Exception|^\s+at /m);
      expect((await fetch(`${url}/api/v1/health`)).status).toBe(200);
    });

    await test.step("names a port that is taken, and how to choose another", async () => {
      const other = newData();
      const second = new Run(["--port", new URL(url).port, "--data", other]);
      expect(await second.ended()).toBe(1);
      expect(second.output).toContain(`Port ${new URL(url).port} of 127.0.0.1 is in use`);
      expect(second.output).toContain("--port");
      expect(second.output).not.toMatch(/Exception|^\s+at /m);
      discard(other);
    });

    await test.step("stops at Ctrl-C with all that it started", async () => {
      const postgres = postgresOf(data);
      expect(postgres).not.toBeNull();
      first.interrupt();
      expect(await first.ended()).toBe(130);
      expect(postgresOf(data)).toBeNull();
    });
  } finally {
    first.signal("SIGTERM");
    await first.ended();
  }

  await test.step("starts again after a kill, finds everything, and stops at TERM", async () => {
    const killed = new Run(options);
    expect((await killed.ready()).password).toBeUndefined();
    killed.signal("SIGKILL");
    expect(await killed.ended()).toBe("SIGKILL");
    const again = new Run(options);
    try {
      const { url } = await again.ready();
      await page.goto(`${url}/e/follow_up?view=follow_up_all`);
      await expect(page.getByText("约好周五演示")).toBeVisible();
    } finally {
      again.signal("SIGTERM");
    }
    expect(await again.ended()).toBe(143);
    expect(postgresOf(data)).toBeNull();
  });
  discard(data);
});

test("a template from the first page gives the same", async ({ page }) => {
  const data = newData();
  const run = new Run(["--port", String(await freePort()), "--data", data, "--admin-password", PASSWORD]);
  try {
    const { url, password } = await run.ready();
    expect(password).toBe(PASSWORD);
    await signIn(page, PASSWORD, url);
    await expect(page.getByRole("button", { name: "我的账号" })).toBeVisible();
    await page.goto(`${url}/begin`);
    await page.getByRole("button", { name: "使用这个模板" }).first().click();
    await expect(page.getByRole("navigation", { name: "主导航" }).getByText("客户信息表").first()).toBeVisible();
    await page.getByRole("navigation", { name: "主导航" }).getByText("客户信息表").first().click();
    await expect(page.getByText("30 条", { exact: true })).toBeVisible();
  } finally {
    run.signal("SIGTERM");
    await run.ended();
    discard(data);
  }
});
