import { QueryClient } from "@tanstack/react-query";
import { fireEvent, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import i18next from "i18next";
import { describe, expect, it } from "vitest";
import type { Favourite } from "@/api/personal";
import type { ViewInfo } from "@/api/types";
import { findCommands, type Known } from "@/app/shell/commands";
import { menuGroups } from "@/app/shell/menu";
import { CUSTOMER, server, show } from "@/testing/render";
import { noteRecent } from "./note-recent";
import RailFavourites from "./rail-favourites";
import { StarButton } from "./star-button";
import { findMark, starsOf } from "./use-favourites";

const VIEW: ViewInfo = { code: "hot", label: { zh: "重点" }, entity: "customer", columns: [], where: null, sort: [] };
const ALL: Favourite[] = [
  { id: "1", kind: "record", entity: "customer", record: "r1", title: "华信" },
  { id: "2", kind: "view", entity: "customer", view: "hot" },
  { id: "3", kind: "list", entity: "customer" },
];

describe("favourites", () => {
  it("have names and addresses; what is not known just now is passed over", () => {
    expect(starsOf(ALL, [CUSTOMER], [VIEW], "zh").map(({ text, group, to }) => [text, group, to])).toEqual([
      ["华信", "客户", "/e/customer/r1"],
      ["重点", "客户", "/e/customer?view=hot"],
      ["客户", "", "/e/customer"],
    ]);
    expect(starsOf(ALL, [CUSTOMER], [], "zh").map((star) => star.id)).toEqual(["1", "3"]);
    expect(starsOf(ALL, [], [VIEW], "zh")).toEqual([]);
  });

  it("are found by what they mark", () => {
    expect(findMark(ALL, { kind: "record", entity: "customer", record: "r1" })?.id).toBe("1");
    expect(findMark(ALL, { kind: "record", entity: "customer", record: "r2" })).toBeUndefined();
    expect(findMark(ALL, { kind: "view", entity: "customer", view: "cold" })).toBeUndefined();
    expect(findMark(ALL, { kind: "list", entity: "customer" })?.id).toBe("3");
  });

  function favourites(start: Favourite[]) {
    let kept = start;
    return server({
      "GET /me/favourites": () => ({ json: { items: kept } }),
      "GET /views": () => ({ json: { items: [] } }),
      "POST /me/favourites": () => {
        kept = [...kept, { id: "9", kind: "record", entity: "customer", record: "r9", title: "新" }];
        return { status: 201, json: kept.at(-1) };
      },
      "DELETE /me/favourites/9": () => {
        kept = kept.filter((one) => one.id !== "9");
        return { status: 204 };
      },
      "PUT /me/favourites/order": ({ body }) => {
        const { ids } = body as { ids: string[] };
        kept = [...kept].sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
        return { status: 204 };
      },
    });
  }

  it("are marked and taken away by the star", async () => {
    const sent = favourites([]);
    show(<StarButton mark={{ kind: "record", entity: "customer", record: "r9" }} />);
    await waitFor(() => expect(screen.getByRole("button").hasAttribute("disabled")).toBe(false));
    await userEvent.click(screen.getByRole("button", { name: "收藏" }));
    const on = await screen.findByRole("button", { name: "取消收藏" });
    expect(on.getAttribute("aria-pressed")).toBe("true");
    await userEvent.click(on);
    await screen.findByRole("button", { name: "收藏" });
    expect(sent.filter((one) => one.method !== "GET").map((one) => one.method)).toEqual(["POST", "DELETE"]);
  });

  it("stand in the rail in their order, which Alt and the arrows change, and can be folded away", async () => {
    const other: Favourite = { id: "4", kind: "record", entity: "customer", record: "r2", title: "断桥" };
    const sent = favourites([...ALL.slice(0, 1), other]);
    show(<RailFavourites />);
    const link = await screen.findByRole("link", { name: /断桥/ });
    fireEvent.keyDown(link, { key: "ArrowUp", altKey: true });
    await waitFor(() => expect(sent.find((one) => one.method === "PUT")?.body).toEqual({ ids: ["4", "1"] }));
    await waitFor(() =>
      expect(screen.getAllByRole("link").map((one) => one.textContent)).toEqual(["断桥客户", "华信客户"]),
    );
    await userEvent.click(screen.getByRole("button", { name: /^收藏/ }));
    expect(screen.queryByRole("link")).toBeNull();
    localStorage.removeItem("zhike.rail.favourites");
  });
});

describe("recent records", () => {
  it("are noted once a minute, and again after a failure", async () => {
    const answers = [500, 204, 204];
    const sent = server({ "POST /me/recents": () => ({ status: answers.shift() ?? 204 }) });
    const cache = new QueryClient();
    noteRecent(cache, "customer", "x", 1_000);
    noteRecent(cache, "customer", "x", 2_000);
    await waitFor(() => expect(sent).toHaveLength(1));
    await new Promise((resolve) => setTimeout(resolve));
    noteRecent(cache, "customer", "x", 3_000);
    noteRecent(cache, "customer", "x", 62_000);
    noteRecent(cache, "customer", "x", 63_001);
    await waitFor(() => expect(sent).toHaveLength(3));
    expect(sent[0]?.body).toEqual({ entity: "customer", record: "x" });
  });
});

describe("the command palette", () => {
  const t = i18next.getFixedT("zh");
  const menus = menuGroups(
    [{ code: "crm", label: { zh: "客户管理" }, menu: [{ entity: "customer", label: { zh: "客户" } }] }],
    [],
    [],
    "",
  );
  const known: Known = {
    administered: [{ to: "/settings/people", text: "成员与部门" }],
    here: [{ key: "print", text: "打印", run: () => {} }],
    recents: [{ to: "/e/customer/r1", text: "华信", group: "客户" }],
    favourites: [
      { to: "/e/customer/r1", text: "华信", group: "客户" },
      { to: "/e/customer", text: "客户", group: "" },
    ],
  };

  it("begins with what one had last, then what can be done here, each address once", () => {
    const found = findCommands("", menus, "zh", t, known);
    expect(found.slice(0, 3).map((one) => one.text)).toEqual(["华信", "打印", "客户"]);
    const addresses = found.flatMap((one) => (one.to === undefined ? [] : [one.to]));
    expect(new Set(addresses).size).toBe(addresses.length);
  });

  it("finds commands of the place and recent records by what is typed", () => {
    expect(findCommands("成员", menus, "zh", t, known)[0]?.to).toBe("/settings/people");
    expect(findCommands("打印", menus, "zh", t, known)[0]?.run).toBeDefined();
    expect(findCommands("华", menus, "zh", t, known)[0]?.to).toBe("/e/customer/r1");
  });
});
