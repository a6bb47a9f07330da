import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { afterEach, beforeEach, expect, it } from "vitest";
import { server, show } from "@/testing/render";
import type { Shown } from "./file-list";
import { FilesInput } from "./files-input";
import type { Limits } from "./limits";

const LIMITS: Limits = { most: 3, megabytes: 1, endings: ["pdf", "png"] };

/** A request that the test answers. */
class Request {
  static all: Request[] = [];
  status = 0;
  responseText = "";
  body: FormData | null = null;
  aborted = false;
  upload: { onprogress?: (event: { lengthComputable: boolean; loaded: number; total: number }) => void } = {};
  onload?: () => void;
  onerror?: () => void;
  onabort?: () => void;
  open() {}
  setRequestHeader() {}
  send(body: FormData) {
    this.body = body;
    Request.all.push(this);
  }
  abort() {
    this.aborted = true;
    this.onabort?.();
  }
  get name() {
    const sent = this.body?.get("file");
    return sent instanceof File ? sent.name : "";
  }
  answer(status: number, json: unknown) {
    this.status = status;
    this.responseText = JSON.stringify(json);
    this.onload?.();
  }
  arrive() {
    this.answer(201, { id: `id-${this.name}`, name: this.name, size: 10, type: "application/pdf", state: "ready" });
  }
}

const real = globalThis.XMLHttpRequest;
beforeEach(() => {
  Request.all = [];
  globalThis.XMLHttpRequest = Request as unknown as typeof XMLHttpRequest;
});
afterEach(() => {
  globalThis.XMLHttpRequest = real;
});

let now: Shown[] = [];
function Field({ most = 3, had = [] }: { most?: number; had?: Shown[] }) {
  const [files, setFiles] = useState<Shown[]>(had);
  now = files;
  return <FilesInput files={files} limits={{ ...LIMITS, most }} pictures={false} change={setFiles} />;
}

const file = (name: string, size = 10) => new File([new Uint8Array(size)], name);
const button = (name: string) => screen.getByRole("button", { name });
const drop = (...files: File[]) =>
  fireEvent.drop(screen.getByRole("region"), { dataTransfer: { types: ["Files"], files } });
const names = () => now.map((one) => one.name);

it("takes dropped files, names what it refuses with the reason, and keeps the others", async () => {
  show(<Field />);
  drop(file("合同.pdf"), file("程序.exe"), file("空.pdf", 0), file("图.png"));
  const list = await screen.findByRole("list", { name: "正在上传的文件" });
  expect(within(list).getByText("不接受这种文件，可用的类型：pdf, png")).toBeTruthy();
  expect(within(list).getByText("这个文件是空的")).toBeTruthy();
  await waitFor(() => expect(Request.all.map((one) => one.name)).toEqual(["合同.pdf", "图.png"]));
  Request.all[0]?.upload.onprogress?.({ lengthComputable: true, loaded: 30, total: 100 });
  expect(await screen.findByText("30%")).toBeTruthy();
  Request.all[1]?.arrive();
  Request.all[0]?.arrive();
  await waitFor(() => expect(names().sort()).toEqual(["合同.pdf", "图.png"].sort()));
  await userEvent.click(button("不再显示「程序.exe」"));
  expect(screen.queryByText("程序.exe")).toBeNull();
});

it("says what the server says, sends again, and stops", async () => {
  show(<Field />);
  drop(file("a.pdf"), file("b.pdf"));
  await waitFor(() => expect(Request.all).toHaveLength(2));
  Request.all[0]?.answer(400, { code: "file-infected", title: "x", detail: "文件「a.pdf」含有恶意程序" });
  expect(await screen.findByText("文件「a.pdf」含有恶意程序")).toBeTruthy();
  await userEvent.click(button("取消上传「b.pdf」"));
  expect(Request.all[1]?.aborted).toBe(true);
  expect(screen.queryByText("b.pdf")).toBeNull();
  await userEvent.click(button("重新上传「a.pdf」"));
  await waitFor(() => expect(Request.all).toHaveLength(3));
  Request.all[2]?.arrive();
  await waitFor(() => expect(names()).toEqual(["a.pdf"]));
});

it("takes a pasted picture under a name of its own", async () => {
  show(<Field />);
  const clipboardData = { types: ["Files"], files: [new File(["x"], "image.png", { type: "image/png" })] };
  fireEvent.paste(screen.getByRole("button", { name: /上传文件$/ }), { clipboardData });
  await waitFor(() => expect(Request.all).toHaveLength(1));
  expect(Request.all[0]?.name).toMatch(/^粘贴的图片 \d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d\.png$/);
});

it("a field of one file has the new one instead of the old", async () => {
  show(<Field most={1} had={[{ id: "old", name: "旧.pdf" }]} />);
  drop(file("新.pdf"));
  await waitFor(() => expect(Request.all).toHaveLength(1));
  Request.all[0]?.arrive();
  await waitFor(() => expect(names()).toEqual(["新.pdf"]));
});

it("removes one, and stops what is under way when the screen goes", async () => {
  const { unmount } = show(<Field had={[{ id: "old", name: "旧.pdf" }]} />);
  await userEvent.click(button("移除「旧.pdf」"));
  expect(names()).toEqual([]);
  drop(file("a.pdf"));
  await waitFor(() => expect(Request.all).toHaveLength(1));
  unmount();
  expect(Request.all[0]?.aborted).toBe(true);
});

it("a file that is being examined opens to the reason and to no content", async () => {
  const held = { id: "h", name: "待查.pdf", size: 10, type: "application/pdf", state: "held" };
  server({ "GET /files?ids=h": () => ({ json: { items: [held] } }) });
  show(<Field had={[{ id: "h", name: "待查.pdf" }]} />);
  await userEvent.click(button("查看「待查.pdf」"));
  expect(await screen.findByText("这个文件正在检查病毒，检查完才能打开。")).toBeTruthy();
  expect(screen.queryByRole("link")).toBeNull();
  fireEvent.keyDown(window, { key: "Escape" });
  await waitFor(() => expect(screen.queryByText("这个文件正在检查病毒，检查完才能打开。")).toBeNull());
});
