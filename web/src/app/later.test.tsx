import { render, screen } from "@testing-library/react";
import { type ReactNode, Suspense } from "react";
import { expect, it } from "vitest";
import { later } from "./later";

const Word = ({ word }: { word: string }) => <b>{word}</b>;
const make = () => later(async () => ({ default: Word }));
const show = (what: ReactNode) => render(<Suspense fallback="…">{what}</Suspense>);

it("what was asked for before is there at once", async () => {
  const Later = make();
  await Later.load();
  show(<Later word="在" />);
  expect(screen.getByText("在").tagName).toBe("B");
});

it("what nobody asked for comes when it is shown", async () => {
  const Later = make();
  show(<Later word="来" />);
  expect(screen.getByText("…")).toBeDefined();
  expect((await screen.findByText("来")).tagName).toBe("B");
});
