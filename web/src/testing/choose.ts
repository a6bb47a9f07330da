import { fireEvent, waitFor } from "@testing-library/react";

const open = () =>
  [...document.querySelectorAll<HTMLElement>(".ant-select-dropdown:not(.ant-select-dropdown-hidden)")].at(-1);

const options = () => [...(open()?.querySelectorAll<HTMLElement>(".ant-select-item-option") ?? [])];

/** What a list offers once it is opened, in its order. */
export async function offered(box: HTMLElement): Promise<string[]> {
  fireEvent.mouseDown(box);
  await waitFor(() => {
    if (options().length === 0) throw new Error("nothing offered");
  });
  return options().map((option) => option.textContent ?? "");
}

/** Opens a list and takes the option of that text. */
export async function choose(box: HTMLElement, text: string): Promise<void> {
  fireEvent.mouseDown(box);
  const found = await waitFor(() => {
    const option = options().find((one) => one.textContent === text);
    if (!option) throw new Error(`no option ${text} among ${options().map((one) => one.textContent)}`);
    return option;
  });
  fireEvent.click(found);
}

/** Makes the window as wide as given, for what asks whether it is on a phone. */
export function windowWidth(width: number): void {
  (window as unknown as { happyDOM: { setViewport: (size: { width: number }) => void } }).happyDOM.setViewport({
    width,
  });
}
