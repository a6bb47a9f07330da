import { describe, expect, it } from "vitest";
import type { DefinitionInfo } from "@/api/definitions";
import { server } from "@/testing/render";
import { added, type ButtonDoc, changed, fillable, mergeButtons, moved, removed, sorted, withAction } from "./model";
import { BUTTON_WAYS, type ButtonsCopy } from "./ways";

const doc = (code: string, order?: number, rest: Partial<ButtonDoc> = {}): ButtonDoc => ({
  kind: "button",
  code,
  label: { zh: code },
  entity: "customer",
  ...(order === undefined ? {} : { order }),
  set: { values: [] },
  ...rest,
});
const codes = (buttons: readonly ButtonDoc[]) => buttons.map((one) => one.code).join("");

describe("the order of buttons", () => {
  it("is that of the server, the code deciding between equals", () => {
    expect(codes(sorted([doc("b", 2), doc("c"), doc("a", 2)]))).toBe("cab");
  });

  it("is kept by a move, and said by the documents", () => {
    const after = moved([doc("a", 10), doc("b", 20), doc("c", 30)], 2, 0);
    expect(codes(after)).toBe("cab");
    expect(codes(sorted(after))).toBe("cab");
  });

  it("stays where there is nowhere to go", () => {
    const all = [doc("a", 1), doc("b", 2)];
    for (const [from, to] of [
      [0, -1],
      [1, 2],
      [1, 1],
    ] as const)
      expect(moved(all, from, to)).toBe(all);
  });

  it("has a new one behind all others", () => {
    expect(codes(sorted(added([doc("a", 7)], doc("z"))))).toBe("az");
    expect(added([], doc("z"))[0]?.order).toBe(1);
  });
});

describe("a button", () => {
  it("has one action, whichever it had before", () => {
    const call = withAction(doc("a"), "call", { field: "phone" });
    expect(call.call).toEqual({ field: "phone" });
    expect("set" in call).toBe(false);
  });

  it("fills in what people can, and hands a record over", () => {
    const fields = [
      { code: "name", type: "text" as const, label: "" },
      { code: "sum", type: "formula" as const, label: "" },
      { code: "owner", type: "member" as const, label: "", system: true },
      { code: "created_at", type: "datetime" as const, label: "", system: true },
    ];
    expect(fillable(fields).map((field) => field.code)).toEqual(["name", "owner"]);
  });

  it("is joined with what somebody else made of the others", () => {
    const base = [doc("a", 1), doc("b", 2)];
    const mine = changed(base, "a", (one) => ({ ...one, icon: "app" }));
    const theirs = removed(added(base, doc("c")), "b");
    const both = mergeButtons(base, mine, theirs);
    expect(codes(both)).toBe("ac");
    expect(both[0]?.icon).toBe("app");
  });
});

const info = (button: ButtonDoc, version: number, state: DefinitionInfo["state"] = "draft"): DefinitionInfo => ({
  kind: "button",
  code: button.code,
  label: button.label,
  state,
  version,
  definition: button,
});

describe("the draft on the server", () => {
  const copy = BUTTON_WAYS.copyOf(
    [
      info(doc("b", 2), 3),
      info(doc("a", 1), 5),
      info(doc("x", 3), 9, "deleted"),
      info(doc("o", 1, { entity: "order" }), 1),
    ],
    "customer",
  ) as ButtonsCopy;

  it("is the buttons of the entity without those to be deleted, whose versions are known all the same", () => {
    expect(codes(copy.buttons)).toBe("ab");
    expect(copy.versions).toEqual({ a: 5, b: 3, x: 9 });
  });

  it("gets what differs and nothing else, and what is gone is deleted", async () => {
    const sent = server({
      "PUT /definitions/button/": () => ({ json: { version: 7, issues: [{ path: "set", code: "x", message: "y" }] } }),
      "DELETE /definitions/button/": () => ({ json: { version: 4 } }),
    });
    let kept = copy;
    const state = [...changed(removed(copy.buttons, "b"), "a", (one) => ({ ...one, icon: undefined })), doc("x", 3)];
    const issues = await BUTTON_WAYS.put(copy, state, (now) => {
      kept = now;
    });
    expect(sent.map((one) => `${one.method} ${one.path} ${one.headers.get("If-Match")}`)).toEqual([
      "PUT /definitions/button/x 9",
      "DELETE /definitions/button/b null",
    ]);
    expect(issues).toEqual([{ path: "button/x.set", code: "x", message: "y" }]);
    expect(BUTTON_WAYS.holds(kept, state)).toBe(true);
    expect(kept.versions).toEqual({ a: 5, b: 4, x: 7 });
    expect(await BUTTON_WAYS.put(kept, state, () => {})).toBeNull();
  });
});
