import { act, render, screen } from "@testing-library/react";
import { useState } from "react";
import { expect, test } from "vitest";
import { usePartFocus } from "./use-part-focus";

type Handles = ReturnType<typeof usePartFocus> & { set: (parts: string[]) => void };

function board(first: string[]): Handles {
  const handles: { now?: Handles } = {};
  function Board() {
    const focus = usePartFocus();
    const [parts, set] = useState(first);
    handles.now = { ...focus, set };
    return (
      <div ref={focus.root}>
        <input aria-label="name" />
        {parts.map((part) => (
          <button type="button" key={part} data-part={part}>
            {part}
          </button>
        ))}
      </div>
    );
  }
  render(<Board />);
  if (handles.now === undefined) throw new Error("nothing drawn");
  return handles.now;
}

const part = (name: string) => screen.getByRole("button", { name });

test("the focus goes to a part with the drawing that brings it", () => {
  const { set, focus } = board(["a"]);
  act(() => {
    set(["a", "b"]);
    focus("b");
  });
  expect(document.activeElement).toBe(part("b"));
});

test("the focus goes with a part whose code changes, however late that is drawn", () => {
  const { set, focus, recoded } = board(["text_1"]);
  act(() => focus("text_1"));
  act(() => recoded("text_1", "name"));
  expect(document.activeElement).toBe(part("text_1"));
  act(() => set(["name"]));
  expect(document.activeElement).toBe(part("name"));
});

test("a part that is called and changes its code before it is drawn has the focus under the new one", () => {
  const { set, focus, recoded } = board(["text_1"]);
  act(() => {
    focus("text_1");
    recoded("text_1", "name");
    set(["name"]);
  });
  expect(document.activeElement).toBe(part("name"));
});

test("the focus stays where it went before the new code was drawn", () => {
  const { set, focus, recoded } = board(["text_1"]);
  act(() => focus("text_1"));
  act(() => recoded("text_1", "name"));
  screen.getByLabelText("name").focus();
  act(() => set(["name"]));
  expect(document.activeElement).toBe(screen.getByLabelText("name"));
});
