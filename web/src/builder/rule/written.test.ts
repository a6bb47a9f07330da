import { expect, it } from "vitest";
import { writtenIn } from "./written";

const far = (of: string) => (of === "orders" ? "order" : null);

it("finds the conditions that are written as text, each with the entity that it is over", () => {
  const inner = [
    { code: "s4", do: "todo", if: "c" },
    { code: "s5", do: "each", with: { of: "lines", if: "unknown entity", then: [] } },
  ];
  const found = writtenIn(
    {
      where: " a ",
      was: { all: [] },
      then: [
        { code: "s1", do: "todo", if: "b" },
        {
          code: "s2",
          do: "branch",
          with: {
            cases: [{ if: "d", then: [{ code: "s3", do: "todo", if: "e" }] }],
            otherwise: [{ code: "s6", do: "todo", if: "f" }],
          },
        },
        { code: "s7", do: "each", with: { of: "orders", if: "g", then: inner } },
      ],
    },
    "customer",
    far,
  );
  expect(found).toEqual([
    { entity: "customer", text: "a" },
    { entity: "customer", text: "b" },
    { entity: "customer", text: "d" },
    { entity: "customer", text: "e" },
    { entity: "customer", text: "f" },
    { entity: "order", text: "g" },
    { entity: "order", text: "c" },
  ]);
});
