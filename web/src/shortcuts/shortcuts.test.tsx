import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { act, createEvent, fireEvent, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import i18next from "i18next";
import { Route, Routes } from "react-router";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { TopBar } from "@/app/shell/top-bar";
import { flightKey } from "@/board/use-drag";
import { Component as FormPage } from "@/builder/form/form-page";
import { Chip } from "@/calendar/chip";
import { type HourItem, nudged } from "@/calendar/hour-grid";
import { keyAction } from "@/list/grid/keys";
import { CUSTOMER, row, server, show } from "@/testing/render";
import { CommentInput } from "@/timeline/comment-input";
import HelpSheet from "./help-sheet";
import { eventOf, pressOf, SHORTCUTS, type ShortcutId } from "./registry";
import { useShortcut } from "./use-shortcut";

const IDS = Object.keys(SHORTCUTS) as ShortcutId[];
const SRC = join(process.cwd(), "src");
const SOURCES = readdirSync(SRC, { recursive: true, encoding: "utf8" })
  .filter((name) => /\.tsx?$/.test(name) && !name.includes(".test."))
  .map((name) => readFileSync(join(SRC, name), "utf8"));
/** Those that a component binds by their name, and so by the keys of the registry. */
const BY_NAME = IDS.filter((id) => SOURCES.some((source) => source.includes(`useShortcut("${id}"`)));

/** Presses one after the other, as a person would; says whether the last of them meant something. */
function press(keys: string, on: Element = document.body): boolean {
  return keys
    .split(" ")
    .map((one) => !fireEvent.keyDown(on, eventOf(one)))
    .at(-1) as boolean;
}

const EXTENT = { rows: 9, columns: 9, page: 3 };
const ITEM = { key: "k", day: "2026-03-04", start: 600, end: 630, movable: true, timed: true } as HourItem;
const COLUMNS = ["a", "b", "c"].map((key) => ({ key, value: key, label: key }));

function inGrid(keys: string): boolean {
  const { key, ctrlKey, shiftKey } = eventOf(keys);
  return keyAction({ key, ctrl: ctrlKey === true, shift: shiftKey === true }, { row: 4, column: 4 }, EXTENT) !== null;
}

function inFlight(keys: string): boolean {
  const flight = { over: "b" } as Parameters<typeof flightKey>[0];
  return flightKey(flight, eventOf(keys).key, COLUMNS) !== null;
}

const probed = (place: string) => IDS.filter((id) => SHORTCUTS[id].place === place && !BY_NAME.includes(id));

describe("a key of the registry", () => {
  it("is bound by its name or proved here, none is left out", () => {
    const proved = ["list", "board", "calendar", "record", "builder"].flatMap(probed);
    expect([...BY_NAME, ...proved].sort()).toEqual([...IDS].sort());
  });

  it.each(probed("list"))("does something in a list: %s", (id) => {
    for (const keys of SHORTCUTS[id].keys) expect(inGrid(keys), keys).toBe(true);
  });

  it.each(probed("board"))("does something on a board: %s", (id) => {
    for (const keys of SHORTCUTS[id].keys) expect(inFlight(keys), keys).toBe(true);
  });

  it.each(probed("calendar"))("does something in a calendar: %s", (id) => {
    const moved: number[] = [];
    const spell = { id: "a", from: "2026-03-04", to: "2026-03-04", time: "", row: row("a", { name: "华信" }) };
    const look = { entity: CUSTOMER, titleField: undefined, colorField: undefined, paint: () => undefined };
    show(<Chip {...look} spell={spell} grab={null} pulls={false} nudge={(_, days) => moved.push(days)} />);
    for (const keys of SHORTCUTS[id].keys) {
      expect(press(keys, screen.getByRole("link")), keys).toBe(true);
      expect(nudged(ITEM, eventOf(keys).key), keys).not.toBeNull();
    }
    expect(moved).toHaveLength(SHORTCUTS[id].keys.length);
  });

  it.each(probed("record"))("does something on a record: %s", async (id) => {
    for (const keys of SHORTCUTS[id].keys) {
      const sent: string[] = [];
      const shown = show(<CommentInput send={async (text) => sent.push(text) > 0} />);
      await userEvent.type(screen.getByRole("textbox"), "好");
      await act(async () => void press(keys, screen.getByRole("textbox")));
      expect(sent, keys).toEqual(["好"]);
      shown.unmount();
    }
  });
});

describe("the keys of the registry", () => {
  it("do something in the builder", async () => {
    const text = (code: string, zh: string) => ({ code, type: "text", label: { zh } });
    const definition = {
      kind: "entity",
      code: "lead",
      app: "crm",
      label: { zh: "线索" },
      fields: [text("a", "甲"), text("b", "乙")],
    };
    const info = { ...definition, state: "draft", version: 1, changedBy: "m1", definition };
    server({
      "GET /definitions": () => ({ json: { items: [info] } }),
      "GET /schemas/entity": () => ({
        json: { properties: { fields: { items: { type: "object", properties: {} } } } },
      }),
      "PUT /definitions/entity/lead": () => ({ json: info }),
      "POST /publish": () => ({ json: { revision: 1, steps: [] } }),
    });
    for (const id of probed("builder")) {
      for (const keys of SHORTCUTS[id].keys) {
        const page = (
          <Routes>
            <Route path="/build/:app/form/:entity" element={<FormPage />} />
          </Routes>
        );
        const shown = show(page, "/build/crm/form/lead");
        const part = await screen.findByRole("option", { name: "甲，单行文本" });
        await userEvent.click(part);
        expect(press(keys, screen.getByRole("option", { name: "甲，单行文本" })), `${id}: ${keys}`).toBe(true);
        shown.unmount();
      }
    }
  }, 60_000);

  it("are written as a keyboard sends them", () => {
    for (const id of IDS) {
      for (const keys of SHORTCUTS[id].keys.flatMap((one) => one.split(" "))) {
        const event = createEvent.keyDown(document.body, eventOf(keys)) as KeyboardEvent;
        expect(pressOf(event)).toBe(keys);
      }
    }
    expect(pressOf(new KeyboardEvent("keydown", { key: "?", shiftKey: true }))).toBe("?");
    expect(pressOf(new KeyboardEvent("keydown", { key: "k", metaKey: true }))).toBe("Ctrl+K");
  });

  it("mean one thing in one place", () => {
    for (const one of IDS) {
      for (const other of IDS.filter((id) => id > one && SHORTCUTS[id].place === SHORTCUTS[one].place)) {
        const shared = SHORTCUTS[one].keys.filter((keys) =>
          (SHORTCUTS[other].keys as readonly string[]).includes(keys),
        );
        expect(shared, `${one} and ${other}`).toEqual([]);
      }
    }
  });
});

describe("the keys that work everywhere", () => {
  beforeEach(() => {
    server({ "GET /me": () => ({ json: { items: [] } }), "GET /views": () => ({ json: { items: [] } }) });
  });

  it("go to places by two keys, one after the other", () => {
    const { router } = show(<TopBar menus={[]} phone={false} />, "/e/customer");
    act(() => void press("G P"));
    expect(router.state.location.pathname).toBe("/plan");
    act(() => void press("G T"));
    expect(router.state.location.pathname).toBe("/todos");
    act(() => void press("G N"));
    expect(router.state.location.pathname).toBe("/notices");
    act(() => void press("G W"));
    expect(router.state.location.pathname).toBe("/week");
    act(() => void press("G H"));
    expect(router.state.location.pathname).toBe("/");
  });

  it("open the help sheet and the palette", async () => {
    show(<TopBar menus={[]} phone={false} />);
    act(() => void press("?"));
    expect(await screen.findByText("键盘快捷键")).toBeTruthy();
  });
});

describe("a shortcut", () => {
  const done: ShortcutId[] = [];
  function Bound({ active = true }: { active?: boolean }) {
    useShortcut("create", () => done.push("create"), active);
    useShortcut("commands", () => done.push("commands"));
    return (
      <>
        <input aria-label="field" />
        <div className="ant-modal">
          <button type="button">inside</button>
        </div>
      </>
    );
  }
  afterEach(() => done.splice(0));

  it("is never taken from what one types, nor from a dialog, but for those with Ctrl", () => {
    show(<Bound />);
    expect(press("N", screen.getByRole("textbox"))).toBe(false);
    expect(press("N", screen.getByRole("button", { name: "inside" }))).toBe(false);
    expect(press("Ctrl+K", screen.getByRole("textbox"))).toBe(true);
    expect(press("N")).toBe(true);
    expect(done).toEqual(["commands", "create"]);
  });

  it("leaves every key to an input method that is composing, and none that something else took", () => {
    show(<Bound />);
    fireEvent.keyDown(document.body, { ...eventOf("Ctrl+K"), isComposing: true });
    fireEvent.keyDown(document.body, { ...eventOf("N"), keyCode: 229 });
    const taken = new KeyboardEvent("keydown", eventOf("N"));
    taken.preventDefault();
    document.body.dispatchEvent(taken);
    fireEvent.keyDown(document.body, { ...eventOf("N"), ctrlKey: true });
    expect(done).toEqual([]);
  });

  it("is gone with its component, and while it is not active", () => {
    const shown = show(<Bound active={false} />);
    expect(press("N")).toBe(false);
    shown.unmount();
    expect(press("Ctrl+K")).toBe(false);
  });
});

it("the help sheet shows every shortcut, each by what it does", async () => {
  show(<HelpSheet close={() => {}} />);
  await screen.findByText("键盘快捷键");
  const t = i18next.getFixedT("zh");
  for (const id of IDS) expect(screen.getAllByText(t(`shortcuts.do.${id}`)).length, id).toBeGreaterThan(0);
});
