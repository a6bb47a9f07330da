import { beforeAll, beforeEach, expect, it } from "vitest";
import { startHoverText } from "./hover-text";

beforeAll(startHoverText);
beforeEach(() => document.body.replaceChildren());

function put(html: string, width: { text: number; room: number }): HTMLElement {
  document.body.innerHTML = html;
  const element = document.body.firstElementChild as HTMLElement;
  Object.defineProperties(element, { scrollWidth: { value: width.text }, clientWidth: { value: width.room } });
  return element;
}

const over = (element: Element) => element.dispatchEvent(new PointerEvent("pointerover", { bubbles: true }));

it("tells a text that is cut off, for as long as the pointer is over it", () => {
  const cut = put('<span class="ellipsis">上海<b>明远</b>贸易</span>', { text: 90, room: 60 });
  over(cut.querySelector("b") ?? cut);
  expect(cut.title).toBe("上海明远贸易");
  cut.dispatchEvent(new PointerEvent("pointerleave"));
  expect(cut.hasAttribute("title")).toBe(false);
});

it("says nothing of a text that can be read anyway, and leaves a title of its own", () => {
  const whole = put('<span class="ellipsis">明远</span>', { text: 30, room: 60 });
  over(whole);
  expect(whole.title).toBe("");
  const own = put('<span class="ellipsis" title="说明">明远</span>', { text: 90, room: 60 });
  over(own);
  own.dispatchEvent(new PointerEvent("pointerleave"));
  expect(own.title).toBe("说明");
});

it("tells a hint whether or not its text is cut off", () => {
  const time = put('<time class="ellipsis" data-hint="2026-11-22 20:00">昨天</time>', { text: 30, room: 60 });
  over(time);
  expect(time.title).toBe("2026-11-22 20:00");
});
