import { describe, expect, it } from "vitest";
import { curlOf, exampleBody, mapped, placesIn, placesOf, takenBy } from "./hook-data";

describe("what came from another system", () => {
  it("is read as places with values, deep ones and odd names too", () => {
    const body = JSON.stringify({
      name: "甲",
      data: { "a/b": 1, "c~d": true, none: null },
      tags: ["x", "y"],
      items: [{ sku: "1" }, { sku: "2" }],
    });
    expect(placesIn(body)).toEqual([
      { pointer: "/name", value: "甲" },
      { pointer: "/data/a~1b", value: "1" },
      { pointer: "/data/c~0d", value: "true" },
      { pointer: "/data/none", value: "null" },
      { pointer: "/tags", value: '["x","y"]' },
      { pointer: "/items/0/sku", value: "1" },
      { pointer: "/items/1/sku", value: "2" },
    ]);
  });

  it.each(["", "no json", '{"cut": "of', "17", null, undefined])("%s holds no places", (body) => {
    expect(placesIn(body)).toEqual([]);
  });

  it("several times holds the places of all, the newest value of each", () => {
    expect(placesOf(['{"a":1}', null, "broken", '{"a":2,"b":3}'])).toEqual([
      { pointer: "/a", value: "1" },
      { pointer: "/b", value: "3" },
    ]);
    expect(placesOf([])).toEqual([]);
  });

  it("of any size is bounded", () => {
    const wide = Object.fromEntries(Array.from({ length: 500 }, (_, i) => [`f${i}`, i]));
    expect(placesIn(JSON.stringify(wide))).toHaveLength(100);
    let deep: unknown = 1;
    for (let i = 0; i < 50; i++) deep = { a: deep };
    expect(placesIn(JSON.stringify(deep))).toHaveLength(1);
  });
});

describe("a mapping", () => {
  it("gives a place to one field, and a field one place", () => {
    const before = { name: "/a", mail: "/b" };
    expect(mapped(before, "/c", "phone")).toEqual({ name: "/a", mail: "/b", phone: "/c" });
    expect(mapped(before, "/a", "mail")).toEqual({ mail: "/a" });
    expect(mapped(before, "/a", undefined)).toEqual({ mail: "/b" });
    expect(takenBy(before, "/b")).toBe("mail");
    expect(takenBy(before, "/z")).toBeUndefined();
  });

  it("makes an example that has each place", () => {
    const body = exampleBody({ name: "/data/name", mail: "/data/contact/mail", odd: "/a~1b" }, (code) => `<${code}>`);
    expect(body).toEqual({ data: { name: "<name>", contact: { mail: "<mail>" } }, "a/b": "<odd>" });
    expect(exampleBody({}, () => "")).toEqual({});
    expect(placesIn(JSON.stringify(body)).map(({ pointer }) => pointer)).toEqual([
      "/data/name",
      "/data/contact/mail",
      "/a~1b",
    ]);
  });

  it("is sent by a line that a shell reads as it is meant", () => {
    expect(curlOf("https://crm.example.com/api/v1/hooks/a/b", { name: "O'Hara" })).toBe(
      `curl -X POST 'https://crm.example.com/api/v1/hooks/a/b' -H 'Content-Type: application/json' -d '{"name":"O'\\''Hara"}'`,
    );
  });
});
