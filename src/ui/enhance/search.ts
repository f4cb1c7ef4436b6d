/** Typing rests for so long before it is searched. */
const REST_MS = 150;
const KEY_OFF = "yui-search-key";

const dialogOf = () => document.querySelector<HTMLDialogElement>("dialog[data-search]");
const inDialog = (target: EventTarget | null): HTMLDialogElement | null =>
  target instanceof Element ? target.closest<HTMLDialogElement>("dialog[data-search]") : null;

let waiting: ReturnType<typeof setTimeout> | undefined;
let asking: AbortController | undefined;

/** Lets the search be opened over the page: with `/`, with Ctrl-K, or by the sign of a phone's head. */
export function startSearch(): void {
  addEventListener("keydown", onKey);
  addEventListener("input", ({ target }) => {
    const dialog = inDialog(target);
    if (!dialog || !(target instanceof HTMLInputElement)) return;
    if (target.type === "checkbox") return keepKey(target.checked);
    clearTimeout(waiting);
    waiting = setTimeout(() => void search(dialog, target), REST_MS);
  });
  addEventListener(
    "click",
    (event) => {
      if (!(event.target instanceof Element) || !event.target.closest("[data-search-open]")) return;
      if (event.ctrlKey || event.metaKey || event.shiftKey || !open()) return;
      event.preventDefault();
      event.stopPropagation();
    },
    { capture: true },
  );
}

function onKey(event: KeyboardEvent): void {
  const dialog = inDialog(event.target);
  if (dialog && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
    move(dialog, event);
    return;
  }
  // Else the first press would only empty the field.
  if (dialog && event.key === "Escape" && !event.isComposing) {
    event.preventDefault();
    dialog.close();
    return;
  }
  const controlK = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey;
  const slash = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey;
  if (event.isComposing || !(controlK || (slash && keyIsOn() && !isTyping(event.target)))) return;
  if (open()) event.preventDefault();
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest("input, textarea, select, [contenteditable=true]") !== null;

/** Whether the search stands open now. */
function open(): boolean {
  const dialog = dialogOf();
  if (!dialog) return false;
  const key = dialog.querySelector<HTMLInputElement>("[data-search-key]");
  if (key) key.checked = keyIsOn();
  if (!dialog.open) dialog.showModal();
  dialog.querySelector<HTMLInputElement>("input[name=q]")?.select();
  return true;
}

/** From the field to the first of what was found, on to the next, and back. */
function move(dialog: HTMLDialogElement, event: KeyboardEvent): void {
  const field = dialog.querySelector<HTMLElement>("input[name=q]");
  const stops = [field, ...dialog.querySelectorAll<HTMLElement>("[data-search-results] a")];
  const at = stops.indexOf(document.activeElement as HTMLElement);
  if (at < 0) return;
  event.preventDefault();
  stops[Math.min(Math.max(at + (event.key === "ArrowDown" ? 1 : -1), 0), stops.length - 1)]?.focus();
}

/** Shows what the page of results shows for the same words. */
async function search(dialog: HTMLDialogElement, field: HTMLInputElement): Promise<void> {
  asking?.abort();
  const mine = new AbortController();
  asking = mine;
  const results = dialog.querySelector("[data-search-results]")!;
  const status = dialog.querySelector("[role=status]")!;
  if (field.value.trim() === "") {
    results.replaceChildren();
    status.textContent = "";
    return;
  }
  const query = new URLSearchParams(
    [...new FormData(field.form!)].map(([name, value]) => [name, String(value)]),
  );
  const page = await fetch(`${field.form!.getAttribute("action")}?${query}`, { signal: mine.signal })
    .then((answer) => (answer.ok && !answer.redirected ? answer.text() : undefined))
    .catch(() => undefined);
  if (mine.signal.aborted) return;
  const found =
    page === undefined
      ? null
      : new DOMParser().parseFromString(page, "text/html").querySelector("[data-found]");
  const count = found?.querySelector("[data-found-count]");
  results.replaceChildren(...(found ? [found] : []));
  status.textContent = found
    ? (count?.textContent ?? found.querySelector("p")?.textContent ?? "")
    : dialog.dataset.search!;
  count?.remove();
}

/** A single key can be in the way of who speaks to the machine (WCAG 2.1.4): it can be turned off on this device. */
function keyIsOn(): boolean {
  try {
    return localStorage.getItem(KEY_OFF) === null;
  } catch {
    return true;
  }
}

function keepKey(on: boolean): void {
  try {
    if (on) localStorage.removeItem(KEY_OFF);
    else localStorage.setItem(KEY_OFF, "off");
  } catch {
    // The key stays as it was.
  }
}
