import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import type { EntityInfo, Watermark } from "@/api/types";
import { server, show } from "@/testing/render";
import { isAboutPeople, markOf } from "./marked";
import { WatermarkSetting } from "./watermark-setting";

const entity = (code: string, personal: boolean) =>
  ({ code, label: code, fields: [{ code: "a", type: "text", label: "a", personal }] }) as unknown as EntityInfo;
const ENTITIES = [entity("buyer", true), entity("part", false)];
const mark = (mode: Watermark["mode"]): Watermark => ({ mode, text: "张三 5678 2026-11-22" });

describe("the watermark", () => {
  it("knows the pages that are about people", () => {
    expect(isAboutPeople("/e/buyer", ENTITIES)).toBe(true);
    expect(isAboutPeople("/e/buyer/0190-1", ENTITIES)).toBe(true);
    expect(isAboutPeople("/e/buyer/recycle", ENTITIES)).toBe(true);
    expect(isAboutPeople("/e/part", ENTITIES)).toBe(false);
    expect(isAboutPeople("/settings/people", ENTITIES)).toBe(false);
    expect(isAboutPeople("/e/buyer", [])).toBe(false);
  });

  it("stands where the workspace wants it", () => {
    expect(markOf(mark("off"), "/e/buyer", ENTITIES)).toBe("");
    expect(markOf(undefined, "/e/buyer", ENTITIES)).toBe("");
    expect(markOf(mark("sensitive"), "/e/buyer", ENTITIES)).toBe("张三 5678 2026-11-22");
    expect(markOf(mark("sensitive"), "/e/part", ENTITIES)).toBe("");
    expect(markOf(mark("everywhere"), "/week", [])).toBe("张三 5678 2026-11-22");
  });

  it("is chosen by one click", async () => {
    const sent = server({
      "GET /watermark": () => ({ json: { mode: "off" } }),
      "PUT /watermark": () => ({ json: { mode: "sensitive" } }),
      "GET /me": () => ({ json: {} }),
    });
    show(<WatermarkSetting />);
    await waitFor(() => expect(screen.getByRole("radio", { name: "不显示" })).toHaveProperty("checked", true));
    await userEvent.click(screen.getByRole("radio", { name: "有个人信息的列表和记录" }));
    await waitFor(() => expect(sent.find((one) => one.method === "PUT")?.body).toEqual({ mode: "sensitive" }));
    expect(await screen.findByText("已保存，所有人的页面在下次打开时生效")).toBeDefined();
  });
});
