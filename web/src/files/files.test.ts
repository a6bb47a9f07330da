import { describe, expect, it } from "vitest";
import type { FieldInfo, FileInfo } from "@/api/types";
import { pastedFiles, stamp } from "./given";
import { acceptOf, bytesText, type Limits, limitsOf, refusalOf } from "./limits";
import { previewKind, textOf } from "./preview-kind";
import { EMPTY, isBusy, next, type Queue, ready } from "./queue";
import { moved, START, turned, zoomed, zoomedTo } from "./zoom";

const field = (part: Partial<FieldInfo>): FieldInfo => ({ code: "f", type: "file", label: { zh: "f" }, ...part });
const LIMITS: Limits = { most: 3, megabytes: 1, endings: ["pdf", "png"] };
const sized = (name: string, size: number) => ({ name, size });

describe("what a field takes", () => {
  it("comes from its definition, and is the server's where that says nothing", () => {
    expect(limitsOf(field({ max: 2, max_mb: 5, types: [".PDF", "csv"] }))).toEqual({
      most: 2,
      megabytes: 5,
      endings: ["pdf", "csv"],
    });
    expect(limitsOf(field({}))).toEqual({ most: 20, megabytes: 512, endings: [] });
    expect(limitsOf(field({ type: "image" })).endings).toContain("heic");
  });

  it("refuses each file for its own reason, and says what is allowed", () => {
    expect(refusalOf(sized("a.PDF", 10), LIMITS, 1)).toBeNull();
    expect(refusalOf(sized("a.exe", 10), LIMITS, 1)).toEqual({ reason: "type", allowed: "pdf, png" });
    expect(refusalOf(sized("pdf", 10), LIMITS, 1)?.reason).toBe("type");
    expect(refusalOf(sized("a.pdf", 0), LIMITS, 1)?.reason).toBe("empty");
    expect(refusalOf(sized("a.pdf", 1024 * 1024), LIMITS, 1)).toBeNull();
    expect(refusalOf(sized("a.pdf", 1024 * 1024 + 1), LIMITS, 1)).toEqual({ reason: "size", allowed: "1 MB" });
    expect(refusalOf(sized("a.pdf", 10), LIMITS, 0)).toEqual({ reason: "many", allowed: "3" });
  });

  it("is offered by the browser's dialog, pictures so that phones offer the camera", () => {
    expect(acceptOf(LIMITS, false)).toBe(".pdf,.png");
    expect(acceptOf(LIMITS, true)).toBe("image/*");
    expect(acceptOf({ ...LIMITS, endings: [] }, false)).toBeUndefined();
  });

  it("tells sizes as people read them", () => {
    expect([0, 1023, 1024, 1536, 150 * 1024, 5 * 1024 ** 3].map(bytesText)).toEqual([
      "0 B",
      "1023 B",
      "1 KB",
      "1.5 KB",
      "150 KB",
      "5 GB",
    ]);
  });
});

describe("files on their way", () => {
  const file = (name: string, size = 10) => new File([new Uint8Array(size)], name);
  const add = (queue: Queue, files: File[], taken = 0, limits = LIMITS) =>
    next(queue, { do: "add", files, limits, taken, keys: files.map((one) => one.name) });
  const states = (queue: Queue) => queue.uploads.map((one) => one.state);
  const info = (id: string): FileInfo => ({ id, name: id, size: 1, type: "x", state: "ready" });

  it("are refused one by one, and the others go on", () => {
    const queue = add(EMPTY, [file("a.pdf"), file("b.exe"), file("c.png"), file("d.pdf", 0)]);
    expect(states(queue)).toEqual(["waiting", "refused", "waiting", "refused"]);
    expect(isBusy(queue)).toBe(true);
  });

  it("are no more than there is room for, counting those that are there, under way and arrived", () => {
    let queue = add(EMPTY, [file("a.pdf"), file("b.pdf"), file("c.pdf")], 1);
    expect(states(queue)).toEqual(["waiting", "waiting", "refused"]);
    queue = next(queue, { do: "arrive", key: "a.pdf", info: info("1") });
    expect(states(add(queue, [file("d.pdf")], 1)).at(-1)).toBe("refused");
  });

  it("begin three at a time", () => {
    let queue = add(
      EMPTY,
      ["1.pdf", "2.pdf", "3.pdf", "4.pdf"].map((name) => file(name)),
      0,
      { ...LIMITS, most: 9 },
    );
    expect(ready(queue)).toHaveLength(3);
    for (const { key } of ready(queue)) queue = next(queue, { do: "begin", key });
    expect(ready(queue)).toEqual([]);
    queue = next(queue, { do: "arrive", key: "2.pdf", info: info("2") });
    expect(ready(queue).map((one) => one.key)).toEqual(["4.pdf"]);
  });

  it("can fail, be sent again and be put away", () => {
    let queue = add(EMPTY, [file("a.pdf")]);
    queue = next(queue, { do: "begin", key: "a.pdf" });
    queue = next(queue, { do: "move", key: "a.pdf", share: 0.4 });
    expect(queue.uploads[0]?.share).toBe(0.4);
    queue = next(queue, { do: "fail", key: "a.pdf", error: new Error("gone") });
    expect(isBusy(queue)).toBe(false);
    queue = next(queue, { do: "again", key: "a.pdf" });
    expect(queue.uploads[0]).toMatchObject({ state: "waiting", share: 0, error: undefined });
    expect(next(queue, { do: "drop", key: "a.pdf" }).uploads).toEqual([]);
  });

  it("leave what arrived until it is taken", () => {
    let queue = next(add(EMPTY, [file("a.pdf")]), { do: "arrive", key: "a.pdf", info: info("1") });
    expect(queue.arrived).toHaveLength(1);
    queue = next(queue, { do: "settle" });
    expect(queue).toEqual(EMPTY);
  });
});

describe("a paste", () => {
  const data = (types: string[], files: File[]) => ({ types, files }) as unknown as DataTransfer;
  const picture = () => new File([new Uint8Array(1)], "image.png", { type: "image/png" });

  it("of pictures gives them names of their own", () => {
    const files = pastedFiles(data(["Files"], [picture(), picture()]), (at) => `shot ${at}`);
    expect(files.map((one) => one.name)).toEqual(["shot 0.png", "shot 1.png"]);
    expect(files[0]?.type).toBe("image/png");
  });

  it("of a file keeps its name", () => {
    const files = pastedFiles(data(["Files"], [new File(["x"], "合同.pdf")]), () => "shot");
    expect(files[0]?.name).toBe("合同.pdf");
  });

  it("of cells, which come as text and as a picture, is text", () => {
    expect(pastedFiles(data(["text/plain", "text/html", "Files"], [picture()]), () => "shot")).toEqual([]);
    expect(pastedFiles(null, () => "shot")).toEqual([]);
  });

  it("is named by its moment", () => {
    expect(stamp(new Date(2026, 10, 2, 9, 5, 7))).toBe("2026-11-02 09.05.07");
  });
});

describe("a preview", () => {
  it("is chosen by the content's type, and nothing that could run is shown", () => {
    expect(previewKind("image/png")).toBe("image");
    expect(previewKind("application/pdf")).toBe("pdf");
    expect(previewKind("text/csv")).toBe("text");
    for (const type of ["image/svg+xml", "image/heic", "text/html", "application/xml", "application/octet-stream"]) {
      expect(previewKind(type), type).toBe("none");
    }
  });

  it("reads texts in the encodings that Chinese files have, also cut in the middle of a character", () => {
    const utf8 = new TextEncoder().encode("姓名,城市");
    expect(textOf(utf8)).toBe("姓名,城市");
    expect(textOf(utf8.subarray(0, utf8.length - 1))).toBe("姓名,城");
    expect(textOf(Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8]))).toBe("姓名,城市");
    expect(textOf(Uint8Array.from([0xd0, 0xd5, 0xc3, 0xfb]))).toBe("姓名");
    expect(textOf(Uint8Array.from([0xff, 0xfe, 0x2d, 0x4e]))).toBe("中");
  });

  it("zooms within bounds, comes back to its size, and lies still unless it is larger than its place", () => {
    let look = START;
    for (let i = 0; i < 30; i++) look = zoomed(look, 1);
    expect(look.zoom).toBe(8);
    look = moved(look, 30, -10);
    expect([look.x, look.y]).toEqual([30, -10]);
    for (let i = 0; i < 60; i++) look = zoomed(look, -1);
    expect(look.zoom).toBe(0.5);
    expect([look.x, look.y]).toEqual([0, 0]);
    expect(moved(START, 5, 5)).toEqual(START);
    expect(zoomed(zoomed(START, 1), -1).zoom).toBe(1);
    expect(zoomedTo(START, Number.POSITIVE_INFINITY).zoom).toBe(8);
  });

  it("turns by quarters and comes round", () => {
    expect([1, 2, 3, 0]).toContain(turned(START).turn);
    expect(turned(turned(turned(turned(START)))).turn).toBe(0);
  });
});
