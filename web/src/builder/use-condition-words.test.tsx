import { screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { CUSTOMER, server, show } from "@/testing/render";
import { useConditionWords } from "./use-condition-words";

const TREES: Record<string, object> = {
  ok: { field: "stage", op: "in", value: ["won"] },
  mine: {
    any: [
      { field: "owner", op: "=", value: { call: "ME", args: [] } },
      { field: "owner", op: "blank" },
    ],
  },
  somebody: { field: "owner", op: "in", value: ["01a2"] },
  more: { not: { all: [] } },
};
const OWNER = { code: "owner", label: { zh: "负责人" }, type: "member" as const };

function Said({ text }: { text: string }) {
  const words = useConditionWords([{ entity: "customer", text }], true);
  return <p>{words("customer", [...CUSTOMER.fields, OWNER], text)}</p>;
}

test.each([
  ["ok", /阶段 .*成交/],
  ["mine", "负责人 是本人 或 负责人 为空"],
  ["somebody", "somebody"],
  ["more", "more"],
])("the condition %s of a role reads %s", async (text, read) => {
  const sent = server({ "POST /expressions/check": () => ({ json: { type: "boolean", tree: TREES[text] } }) });
  show(<Said text={text} />);
  await waitFor(() => expect(sent).toHaveLength(1));
  expect(await screen.findByText(read)).toBeTruthy();
});
