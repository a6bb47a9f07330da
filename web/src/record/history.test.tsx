import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import type { Change } from "@/api/types";
import { CUSTOMER, show } from "@/testing/render";
import { ChangeEntry } from "./history";

it("tells two moments of a change apart, however near they are", () => {
  const change: Change = {
    id: "c1",
    at: "2026-11-23T07:45:00Z",
    kind: "update",
    origin: "form",
    by: { id: "m1", name: "林晓彤" },
    fields: [{ code: "created_at", before: "2026-11-23T07:42:00Z", after: "2026-11-23T07:45:00Z" }],
  } as unknown as Change;
  show(<ChangeEntry entity={CUSTOMER} change={change} />);
  expect(screen.getByText("2026-11-23 15:42")).toBeDefined();
  expect(screen.getByText("2026-11-23 15:45")).toBeDefined();
});
