import { afterEach, describe, expect, it, vi } from "vitest";
import { newKey } from "@/api/new-key";
import { copyText } from "./copy-text";

/** Most companies reach the program by a plain address of their own network, where browsers hold some things back. */
describe("on a page without TLS", () => {
  afterEach(() => vi.unstubAllGlobals());

  it("keys are made all the same, each another", () => {
    vi.stubGlobal("crypto", { getRandomValues: crypto.getRandomValues.bind(crypto) });
    const made = new Set(Array.from({ length: 100 }, newKey));
    expect(made.size).toBe(100);
    expect([...made].every((key) => /^[0-9a-f]{32}$/.test(key))).toBe(true);
  });

  it("a text is copied by the old way, and the focus stays", async () => {
    vi.stubGlobal("navigator", {});
    const button = document.createElement("button");
    document.body.append(button);
    button.focus();
    let copied = "";
    document.execCommand = () => {
      copied = (document.activeElement as HTMLTextAreaElement).value;
      return true;
    };
    await copyText("你好");
    expect(copied).toBe("你好");
    expect(document.activeElement).toBe(button);
    expect(document.querySelector("textarea")).toBeNull();
  });
});
