/**
 * Text that is cut off (`.ellipsis`) is told in full while the pointer is over it, and what has `data-hint` tells that. Written
 * once for all of a page: a `title` of its own for each cell of a list is restyled with every row that scrolls in.
 */
function tell(event: Event): void {
  if (!(event.target instanceof Element)) return;
  const hinted = event.target.closest<HTMLElement>("[data-hint]");
  if (hinted) show(hinted, hinted.dataset.hint ?? "");
  const cut = hinted ? null : event.target.closest<HTMLElement>(".ellipsis");
  if (cut && cut.scrollWidth > cut.clientWidth) show(cut, cut.textContent ?? "");
}

/** Only for as long as the pointer stays: what stands in an element may be another by the next time. */
function show(element: HTMLElement, text: string): void {
  if (element.title !== "" || text === "") return;
  element.title = text;
  element.addEventListener("pointerleave", () => element.removeAttribute("title"), { once: true });
}

export function startHoverText(): void {
  document.addEventListener("pointerover", tell, { passive: true });
}
