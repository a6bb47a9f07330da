import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import type { ButtonInfo } from "@/api/buttons";
import { keys } from "@/api/keys";
import type { Tree } from "@/core/expression";
import { CUSTOMER, row, server, show } from "@/testing/render";
import { RecordButtons } from "./record-buttons";

const ROW = row("a", { name: "甲", stage: "new", spent: null, tags: null, active: null }, 3);

const button = (code: string, label: string, rest: Partial<ButtonInfo> = {}): ButtonInfo => ({
  code,
  label: { zh: label },
  entity: "customer",
  tone: "default",
  action: { type: "set", computed: ["stage"], ask: [] },
  ...rest,
});

function open(buttons: ButtonInfo[], answers: Parameters<typeof server>[0] = {}) {
  const sent = server({
    "GET /buttons": () => ({ json: { items: buttons } }),
    "GET /records/customer/a/buttons/": () => ({
      json: { shown: true, version: 3, action: "set", entity: "customer", values: { name: "提议" }, labels: {} },
    }),
    "GET /records/customer/a": () => ({ json: { id: "a", version: 4, number: 1, stage: "won" } }),
    ...answers,
  });
  const view = show(<RecordButtons entity={CUSTOMER} row={ROW} />);
  view.cache.setQueryData(keys.record("customer", "a"), ROW);
  return { sent, ...view };
}

const pressed = <T extends { method: string }>(sent: T[]) => sent.filter((one) => one.method === "POST");
const named = (name: string | RegExp) => screen.findByRole("button", { name });

describe("the buttons of a record", () => {
  it("stand in the open as far as three, the others under more, hidden ones nowhere", async () => {
    const lost = { op: "=", left: { path: "stage" }, right: { value: "lost", type: "text" } } as unknown as Tree;
    open([
      button("a", "一"),
      button("x", "看不到", { shown: lost }),
      button("b", "二"),
      button("c", "三"),
      button("d", "四"),
      button("o", "别的表", { entity: "order" }),
    ]);
    await named("一");
    await named("三");
    expect(screen.queryByText("四")).toBeNull();
    expect(screen.queryByText("看不到")).toBeNull();
    expect(screen.queryByText("别的表")).toBeNull();
    await userEvent.click(await named(/更多操作/));
    expect(await screen.findByText("四")).toBeTruthy();
  });

  it("sends the version that the person sees, and says what was done", async () => {
    const { sent } = open([button("win", "成交")], {
      "POST /records/customer/a/buttons/win": () => ({ json: { batch: "b", entity: "customer", id: "a", version: 4 } }),
    });
    await userEvent.click(await named("成交"));
    expect(await screen.findByText(/已完成「成交」/)).toBeTruthy();
    const [post] = pressed(sent) as unknown as { headers: Headers; body: unknown }[];
    expect(post?.headers.get("If-Match")).toBe("3");
    expect(post?.headers.get("Idempotency-Key")).toBeTruthy();
    expect(post?.body).toEqual({ values: {} });
  });

  it("says of a rule that it has begun, since its steps come after the press", async () => {
    const { sent } = open([button("ask", "请专家看看", { action: { type: "run" } })], {
      "POST /records/customer/a/buttons/ask": () => ({ json: { entity: "customer", id: "a", version: 3 } }),
    });
    await userEvent.click(await named("请专家看看"));
    expect(await screen.findByText("「请专家看看」已开始执行")).toBeTruthy();
    expect(pressed(sent)).toHaveLength(1);
  });
});

describe("a button that asks", () => {
  it("asks with what is proposed before anything is sent", async () => {
    const ask = { type: "set" as const, computed: ["stage"], ask: [{ field: "name", required: true }] };
    const { sent } = open([button("win", "成交", { action: ask, confirm: { zh: "真的吗？" } })], {
      "POST /records/customer/a/buttons/win": () => ({ json: { entity: "customer", id: "a", version: 4 } }),
    });
    await userEvent.click(await named("成交"));
    expect(await screen.findByText("真的吗？")).toBeTruthy();
    const input = await screen.findByDisplayValue("提议");
    expect(pressed(sent)).toEqual([]);
    await userEvent.clear(input);
    await userEvent.type(input, "我的");
    const buttons = screen.getAllByRole("button", { name: "成交" });
    await userEvent.click(buttons[buttons.length - 1] as HTMLElement);
    await waitFor(() => expect(pressed(sent)).toMatchObject([{ body: { values: { name: "我的" } } }]));
  });

  it("asks for what the refusal says is missing, and shows what the button does not do", async () => {
    let round = 0;
    const { sent } = open([button("win", "成交")], {
      "POST /records/customer/a/buttons/win": () => {
        round += 1;
        return round === 1
          ? {
              status: 400,
              json: { code: "input-refused", errors: [{ path: "spent", code: "value-required", message: "必填" }] },
            }
          : { json: { entity: "customer", id: "a", version: 4 } };
      },
    });
    await userEvent.click(await named("成交"));
    await userEvent.type(await screen.findByLabelText(/累计消费/), "5");
    const buttons = screen.getAllByRole("button", { name: "成交" });
    await userEvent.click(buttons[buttons.length - 1] as HTMLElement);
    await waitFor(() => expect(pressed(sent)[1]).toMatchObject({ body: { values: { spent: "5" } } }));
  });
});

describe("a button that asks, of a record that others work on", () => {
  const ask = { type: "set" as const, computed: ["stage"], ask: [{ field: "name", required: false }] };
  const preview = (version: number, name: string) => ({
    json: { shown: true, version, action: "set", entity: "customer", values: { stage: "won", name }, labels: {} },
  });
  const record = (version: number, name = "甲") => ({ json: { id: "a", version, number: 1, name, stage: "new" } });

  /** The server stands at each of the versions in turn; a press moves on to the next, and only the last is not refused. */
  async function pressedOver(...states: { version: number; read?: number; name?: string; proposed?: string }[]) {
    let at = 0;
    const now = () => states[at] ?? { version: 0 };
    const { sent } = open([button("win", "成交", { action: ask })], {
      "GET /records/customer/a/buttons/": () => preview(now().version, now().proposed ?? "提议"),
      "GET /records/customer/a": () => record(now().read ?? now().version, now().name),
      "POST /records/customer/a/buttons/win": () => {
        if (at === states.length - 1) return { json: { batch: "b", entity: "customer", id: "a", version: 9 } };
        at += 1;
        return { status: 409, json: { code: "version-conflict" } };
      },
    });
    await userEvent.click(await named("成交"));
    await screen.findByDisplayValue(states[0]?.proposed ?? "提议");
    const buttons = screen.getAllByRole("button", { name: "成交" });
    await userEvent.click(buttons[buttons.length - 1] as HTMLElement);
    await waitFor(() => expect(screen.queryByText(/有人刚改过|已完成/)).not.toBeNull());
    return pressed(sent).map(({ headers }) => headers.get("If-Match"));
  }

  it("sends the version that it asked about, not an older one on the screen", async () => {
    expect(await pressedOver({ version: 4 })).toEqual(["4"]);
    expect(screen.queryByText(/有人刚改过/)).toBeNull();
  });

  it("sends the version of what it proposed, where the record moves on while it asks", async () => {
    expect(await pressedOver({ version: 4, read: 5 }, { version: 5 })).toEqual(["4", "5"]);
  });

  it("is pressed again where neither what it writes nor what it proposed has changed", async () => {
    expect(await pressedOver({ version: 3 }, { version: 4 })).toEqual(["3", "4"]);
    expect(screen.queryByText(/有人刚改过/)).toBeNull();
  });

  it("is not pressed again where it would propose something else by now", async () => {
    expect(await pressedOver({ version: 3 }, { version: 4, proposed: "另一个" })).toEqual(["3"]);
    expect(screen.queryByText(/有人刚改过/)).not.toBeNull();
  });

  it("is not pressed again where somebody has changed what it writes", async () => {
    expect(await pressedOver({ version: 3 }, { version: 4, name: "乙" })).toEqual(["3"]);
    expect(screen.queryByText(/有人刚改过/)).not.toBeNull();
  });
});

describe("a button pressed", () => {
  it("shows what is there now where somebody else was quicker", async () => {
    const { sent } = open([button("win", "成交")], {
      "POST /records/customer/a/buttons/win": () => ({ status: 409, json: { code: "version-conflict" } }),
    });
    await userEvent.click(await named("成交"));
    expect(await screen.findByText(/有人刚改过/)).toBeTruthy();
    expect(pressed(sent)).toHaveLength(1);
  });

  it("is pressed again where something beside what it writes has changed", async () => {
    const { sent } = open([button("win", "成交")], {
      "POST /records/customer/a/buttons/win": (request) =>
        request.headers.get("If-Match") === "3"
          ? { status: 409, json: { code: "version-conflict" } }
          : { json: { batch: "b", entity: "customer", id: "a", version: 5 } },
      "GET /records/customer/a": () => ({
        json: { id: "a", version: 4, number: 1, name: "甲", stage: "new", spent: "9" },
      }),
    });
    await userEvent.click(await named("成交"));
    expect(await screen.findByText(/已完成「成交」/)).toBeTruthy();
    expect(pressed(sent).map(({ headers }) => headers.get("If-Match"))).toEqual(["3", "4"]);
    expect(screen.queryByText(/有人刚改过/)).toBeNull();
  });

  it("opens addresses in a window that knows nothing of this one", async () => {
    open([
      button("map", "地图", { action: { type: "open", url: [{ text: "https://x.cn/" }] } }),
      button("bad", "坏", { action: { type: "open", url: [{ text: "javascript:alert(1)" }] } }),
    ]);
    const link = await screen.findByRole("link", { name: "地图" });
    expect(link.getAttribute("href")).toBe("https://x.cn/");
    expect(link.getAttribute("target")).toBe("_blank");
    expect(link.getAttribute("rel")).toContain("noopener");
    expect((await named("坏")).getAttribute("disabled")).not.toBeNull();
  });

  it("opens the form of a new record filled in, with the record called by its title", async () => {
    open([button("new", "下单", { action: { type: "create", entity: "customer", atOnce: false } })]);
    await userEvent.click(await named("下单"));
    expect(await screen.findByDisplayValue("提议")).toBeTruthy();
  });
});
