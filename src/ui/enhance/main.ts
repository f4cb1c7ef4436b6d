import { startCharts } from "./charts.ts";
import { keepDraft, restoreDraft } from "./drafts.ts";
import { leaveOutOthers, openCalendar, tellDay, tellLength } from "./fields.ts";
import { refuseLongFiles } from "./files.ts";
import { startMenus } from "./menus.ts";
import { canPasskey, runPasskey } from "./passkey.ts";
import { askPosition, canAskPosition } from "./position.ts";
import { keepScroll, restoreScroll } from "./scrolling.ts";
import { startSearch } from "./search.ts";
import { readyAgain, sendForm, tellOnline } from "./sending.ts";

/**
 * The one script of pages that are not hydrated (see decision 0028). The pages work without it; it knows what to help
 * with by attributes that src/ui writes, and nothing of what a page is about.
 */
addEventListener("submit", (event) => sendForm(event, show));
addEventListener("online", tellOnline);
addEventListener("pageshow", ({ persisted }) => persisted && readyAgain());

addEventListener("input", ({ target }) => {
  if (target instanceof HTMLInputElement && target.dataset.day) tellDay(target);
  if (target instanceof HTMLTextAreaElement && target.dataset.most) tellLength(target);
  const form = (target as Partial<HTMLInputElement>).form;
  if (form) keepDraft(form);
});

addEventListener("change", ({ target }) => {
  if (!(target instanceof HTMLInputElement)) return;
  if (target.type === "file") refuseLongFiles(target);
  if (target.type === "checkbox") leaveOutOthers(target);
});

addEventListener("click", ({ target }) => {
  if (!(target instanceof Element)) return;
  const link = target.closest<HTMLAnchorElement>("a[data-keeps-scroll]");
  if (link) keepScroll(link);
  if (target.closest("[data-print]")) window.print();
  const copy = target.closest<HTMLElement>("[data-copy]");
  if (copy) copyText(copy);
  const calendar = target.closest<HTMLElement>("[data-calendar]");
  if (calendar) openCalendar(calendar);
  const position = target.closest<HTMLElement>("[data-position]");
  if (position) askPosition(position);
  const button = target.closest<HTMLElement>("[data-passkey] button");
  if (button) runPasskey(button);
});

startMenus();
startSearch();
startCharts();
enhance();
restoreScroll();

/** What needs a script to be of use is shown; what was begun before is filled in; what failed is gone to. */
function enhance(): void {
  for (const part of document.querySelectorAll<HTMLElement>(
    "[data-print], [data-passkey], [data-calendar], [data-copy], [data-position]",
  ))
    part.hidden =
      (part.matches("[data-passkey]") && !canPasskey()) ||
      (part.matches("[data-position]") && !canAskPosition());
  for (const form of document.forms) restoreDraft(form);
  const refused = document.querySelector<HTMLElement>("[data-refused]");
  refused?.scrollIntoView({ block: "nearest" });
  refused?.focus();
}

/** The button says that it is done, and its neighbour tells readers of the screen. */
async function copyText(button: HTMLElement): Promise<void> {
  await navigator.clipboard.writeText(button.dataset.copy!);
  for (const part of [button, button.nextElementSibling]) part!.textContent = button.dataset.done!;
}

/** Puts the page that answered a form in the place of this one. */
function show(html: string, address: string): void {
  const page = new DOMParser().parseFromString(html, "text/html");
  document.title = page.title;
  document.body.replaceWith(page.body);
  if (address !== location.href) history.replaceState(null, "", address);
  window.scrollTo(0, 0);
  enhance();
}
