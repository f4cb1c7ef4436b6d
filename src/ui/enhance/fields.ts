import { showUnderstoodDay, typedDayOf } from "#platform/kernel/written-day.ts";

/** Says under a field how a typed day is understood. */
export function tellDay(input: HTMLInputElement): void {
  const place = document.getElementById(`${input.id}-day`);
  if (place) place.textContent = showUnderstoodDay(input.value, input.dataset.day === "en" ? "en" : "ja");
}

/** Opens the browser's own calendar beside a field of a day; what is chosen there is written into the field. */
export function openCalendar(button: HTMLElement): void {
  const calendar = button.parentElement?.querySelector<HTMLInputElement>('input[type="date"]');
  const field = button.parentElement?.querySelector<HTMLInputElement>("input[data-day]");
  if (!calendar || !field) return;
  calendar.value = typedDayOf(field.value) ?? "";
  calendar.onchange = () => {
    field.value = calendar.value;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  };
  calendar.showPicker();
}

/** Says under a text how long it is and may be. */
export function tellLength(area: HTMLTextAreaElement): void {
  const place = document.getElementById(`${area.id}-length`);
  const { most = "" } = area.dataset;
  const text = place?.dataset.template ?? "";
  if (place) place.textContent = text.replace("{n}", String([...area.value].length)).replace("{most}", most);
}

/** "None of these" (`data-none`) and other boxes of the same name take each other's ticks away. */
export function leaveOutOthers(box: HTMLInputElement): void {
  const all = box.form?.querySelectorAll<HTMLInputElement>(
    `input[type="checkbox"][name="${CSS.escape(box.name)}"]`,
  );
  const boxes = [...(all ?? [])];
  if (!box.checked || !boxes.some((one) => one.dataset.none !== undefined)) return;
  const isNone = box.dataset.none !== undefined;
  for (const one of boxes) if (one !== box && (isNone || one.dataset.none !== undefined)) one.checked = false;
}
