import { fireEvent, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import i18next from "i18next";
import { Route, Routes } from "react-router";
import { beforeAll, describe, expect, it } from "vitest";
import { changeLanguage } from "@/i18n";
import type { Choices } from "@/share/principals";
import { type Sent, server, show } from "@/testing/render";
import { newSharing, principalOf, type SharingDoc, withOf } from "./model";
import { Component as SharingPage } from "./sharing-page";
import { Sharings } from "./sharings";
import { sentence } from "./words";

const GUEST = {
  kind: "entity",
  code: "guest",
  app: "crm",
  label: { zh: "来宾" },
  fields: [{ code: "name", type: "text", label: { zh: "姓名" } }],
};
const RULE: SharingDoc = {
  ...newSharing("key", "crm", { zh: "重点来宾" }, "guest"),
  where: 'name = "王总"',
  with: [{ role: "host" }, { group: "g9" }],
};
const info = (definition: object) => ({ ...definition, state: "published", version: 1, definition });

function answers(rule: SharingDoc): Sent[] {
  return server({
    "GET /definitions?app=crm": () => ({ json: { items: [info(GUEST), info(rule)] } }),
    "GET /roles": () => ({ json: { items: [{ code: "host", label: { zh: "接待" }, admin: false }] } }),
    "GET /groups": () => ({ json: { items: [{ id: "g1", name: "项目组", members: [], version: 1 }] } }),
    "GET /departments": () => ({ json: { items: [{ id: "d1", name: "华东", parent: null }] } }),
    "GET /views": () => ({ json: { items: [] } }),
    "POST /expressions/check": () => ({
      json: { type: "boolean", tree: { field: "name", op: "=", value: "王总" } },
    }),
    "PUT /definitions/sharing/key": () => ({ json: { ...info(rule), version: 2, issues: [] } }),
  });
}

function page(rule = RULE): Sent[] {
  const sent = answers(rule);
  show(
    <Routes>
      <Route path="/build/:app/sharing/:code" element={<SharingPage />} />
    </Routes>,
    "/build/crm/sharing/key",
  );
  return sent;
}

const saved = (sent: Sent[]) => sent.filter((one) => one.method === "PUT").at(-1)?.body as SharingDoc | undefined;

beforeAll(() => changeLanguage("zh", false));

describe("a sharing rule in words", () => {
  const t = () => i18next.getFixedT("zh");
  const choices: Choices = [
    {
      kind: "role",
      options: [{ value: "role:host", label: "接待", principal: { kind: "role", id: "host", below: false } }],
    },
  ];

  it("is one sentence", () => {
    const rule: SharingDoc = { ...RULE, with: [{ role: "host" }], level: "update" };
    expect(sentence(rule, { entity: "来宾", condition: "姓名 等于 王总" }, choices, t())).toBe(
      "满足「姓名 等于 王总」的来宾，共享给接待，他们可以查看和修改",
    );
  });

  it("says what is not written yet, and who is not there any more", () => {
    expect(sentence({ ...RULE, where: " ", with: [] }, { entity: "来宾", condition: "" }, choices, t())).toBe(
      "满足「还没写条件」的来宾，共享给（还没选），他们可以查看",
    );
    expect(sentence(RULE, { entity: "来宾", condition: RULE.where }, choices, t())).toContain(
      "共享给接待、已不存在的组或部门",
    );
  });

  it("writes with whom as it reads it", () => {
    for (const one of [{ role: "host" }, { group: "g1" }, { department: "d1" }, { department: "d1", below: true }]) {
      expect(withOf(principalOf(one))).toEqual(one);
    }
    expect(withOf({ kind: "member", id: "m1", below: false })).toBeNull();
  });
});

describe("the page of a sharing rule", () => {
  it("adds a department, keeps who is gone until taken out, and saves that by itself", async () => {
    const sent = page();
    expect(await screen.findByText(/不起作用/)).toBeDefined();
    fireEvent.mouseDown(screen.getByRole("combobox", { name: "共享给" }));
    await userEvent.click(await screen.findByTitle("华东"));
    await waitFor(() => expect(saved(sent)?.with).toEqual([{ role: "host" }, { group: "g9" }, { department: "d1" }]), {
      timeout: 3000,
    });
    await userEvent.click(screen.getByRole("radio", { name: "查看和修改" }));
    await waitFor(() => expect(saved(sent)?.level).toBe("update"), { timeout: 3000 });
  });
});

describe("the sharing rules of an app", () => {
  it("stand there as sentences", async () => {
    answers(RULE);
    show(<Sharings app="crm" definitions={[info(GUEST), info(RULE)] as never} />);
    expect(await screen.findByText(/满足「姓名 等于 王总」的来宾，共享给接待/)).toBeDefined();
    expect(screen.getByRole("link", { name: "设置共享规则「重点来宾」" })).toBeDefined();
  });
});
