import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Route, Routes } from "react-router";
import { describe, expect, it } from "vitest";
import { server, show } from "@/testing/render";
import { Component as OpenFormPage } from "./open-form-page";
import { solve } from "./task";

const FORM = {
  code: "signup",
  label: { zh: "活动报名" },
  intro: { zh: "欢迎参加" },
  state: "open",
  zone: "Asia/Shanghai",
  fields: [
    { code: "name", type: "text", label: { zh: "姓名" }, required: true },
    { code: "phone", type: "phone", label: { zh: "手机" } },
    { code: "day", type: "date", label: { zh: "哪天来" } },
  ],
  fromLink: ["source"],
  task: { text: "abc.def", bits: 4 },
};
const PATH = "/public/forms/k3f9/signup";

function page(answers: Parameters<typeof server>[0], path = "/f/k3f9/signup?source=fair&margin=9") {
  const sent = server(answers);
  show(
    <Routes>
      <Route path="/f/:workspace/:code" element={<OpenFormPage />} />
    </Routes>,
    path,
  );
  return sent;
}

describe("the task", () => {
  it("is solved by the first number that hashes well", async () => {
    const answer = await solve("abc.def", 12, new AbortController().signal);
    expect(bytesToHex(sha256(utf8ToBytes(`abc.def:${answer}`))).startsWith("000")).toBe(true);
    for (let at = 0; at < Number(answer); at++) {
      expect(bytesToHex(sha256(utf8ToBytes(`abc.def:${at}`))).startsWith("000")).toBe(false);
    }
  });

  it("is left when the page is", async () => {
    const stop = new AbortController();
    const solving = solve("abc.def", 200, stop.signal);
    stop.abort();
    await expect(solving).rejects.toThrow();
  });
});

describe("a public form", () => {
  it("sends what was typed and what its address said, with the answer to the task", async () => {
    const sent = page({
      [`GET ${PATH}`]: () => ({ json: FORM }),
      [`POST ${PATH}`]: () => ({ status: 201, json: { thanks: { zh: "到时见" } } }),
    });
    await userEvent.type(await screen.findByLabelText(/姓名/), "张三");
    await userEvent.type(screen.getByLabelText("手机"), "13812345678");
    await userEvent.click(screen.getByRole("button", { name: "提交" }));
    expect(await screen.findByText("到时见")).toBeDefined();
    const post = sent.find((one) => one.method === "POST")?.body;
    const answer = await solve("abc.def", 4, new AbortController().signal);
    expect(post).toEqual({
      values: { name: "张三", phone: "13812345678" },
      link: { source: "fair" },
      task: "abc.def",
      answer,
    });
  });

  it("shows what is wrong beside its field and keeps what was typed", async () => {
    page({
      [`GET ${PATH}`]: () => ({ json: FORM }),
      [`POST ${PATH}`]: () => ({
        status: 400,
        json: { code: "form-refused", errors: [{ path: "phone", code: "x", message: "号码太短" }] },
      }),
    });
    await userEvent.type(await screen.findByLabelText(/姓名/), "张三");
    await userEvent.click(screen.getByRole("button", { name: "提交" }));
    expect((await screen.findAllByText(/号码太短/)).length).toBeGreaterThan(0);
    expect(screen.getByLabelText(/姓名/)).toHaveProperty("value", "张三");
  });

  it("can be filled in again, with a new task", async () => {
    const sent = page({
      [`GET ${PATH}`]: () => ({ json: FORM }),
      [`POST ${PATH}`]: () => ({ status: 201, json: {} }),
    });
    await userEvent.type(await screen.findByLabelText(/姓名/), "张三");
    await userEvent.click(screen.getByRole("button", { name: "提交" }));
    await userEvent.click(await screen.findByRole("button", { name: "再填一份" }));
    expect(await screen.findByLabelText(/姓名/)).toHaveProperty("value", "");
    expect(sent.filter((one) => one.method === "GET")).toHaveLength(2);
  });

  it.each([
    ["early", "还没有开放"],
    ["closed", "已经结束"],
    ["full", "名额已满"],
  ])("says when it is %s", async (state, words) => {
    page({ [`GET ${PATH}`]: () => ({ json: { ...FORM, state } }) });
    expect((await screen.findByRole("status")).textContent).toContain(words);
    expect(screen.queryByRole("button", { name: "提交" })).toBeNull();
  });

  it("says that there is none", async () => {
    page({ [`GET ${PATH}`]: () => ({ status: 404, json: { code: "no-such-form" } }) });
    await waitFor(() => expect(screen.getByRole("alert").textContent).toContain("没有这个表单"));
  });
});

describe("the logic of a public form", () => {
  it("follows its conditions while somebody types, and sends nothing of what is hidden", async () => {
    const type = (code: string, zh: string, more = {}) => ({
      code,
      type: "text",
      valueType: "text",
      label: { zh },
      required: false,
      ...more,
    });
    const is = (code: string, value: string) => ({ op: "=", left: { path: code }, right: { value } });
    const way = (code: string, zh: string, more = {}) => ({ code, label: { zh }, ...more });
    const fields = [
      type("name", "姓名"),
      type("way", "方式", {
        type: "select",
        defaultTree: { value: "online" },
        options: [way("online", "线上"), way("onsite", "到场", { when: is("name", "张三") })],
      }),
      type("meal", "忌口", { required: true, shown: is("name", "张三") }),
      type("car", "车牌", { requiredWhen: is("name", "张三"), readonlyWhen: is("name", "李四") }),
    ];
    const checks = [
      {
        code: "other",
        field: "car",
        message: { zh: "车牌不能是姓名" },
        needs: ["name", "car"],
        when: { op: "<>", left: { path: "car" }, right: { path: "name" } },
      },
    ];
    const sent = page({
      [`GET ${PATH}`]: () => ({ json: { ...FORM, fields, checks } }),
      [`POST ${PATH}`]: () => ({ status: 201, json: {} }),
    });
    const name = await screen.findByLabelText(/姓名/);
    expect(screen.queryByLabelText(/忌口/)).toBeNull();
    expect(screen.getByText("线上")).toBeDefined();
    await userEvent.type(name, "张三");
    await userEvent.type(await screen.findByLabelText(/忌口/), "花生");
    expect(screen.getByText("车牌").parentElement?.textContent).toContain("*");
    await userEvent.click(screen.getByLabelText(/方式/));
    expect(await screen.findByText("到场")).toBeDefined();
    await userEvent.type(screen.getByLabelText(/车牌/), "张三");
    expect(await screen.findByText("车牌不能是姓名")).toBeDefined();
    await userEvent.clear(name);
    await userEvent.type(name, "李四");
    expect(screen.queryByLabelText(/忌口/)).toBeNull();
    expect(screen.getByLabelText(/车牌/).tagName).toBe("OUTPUT");
    await userEvent.click(screen.getByRole("button", { name: "提交" }));
    await waitFor(() => expect(sent.some((one) => one.method === "POST")).toBe(true));
    expect(sent.find((one) => one.method === "POST")?.body).toMatchObject({ values: { name: "李四" } });
    expect(sent.every((one) => one.path.startsWith("/public/"))).toBe(true);
  });
});
