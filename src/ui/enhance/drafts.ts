import { tellDay } from "./fields.ts";
import { textsFor } from "./messages.ts";
import { inMemory, inTab, type Keeping } from "./storage.ts";

/**
 * What somebody has begun to write, kept by this browser for this tab alone until it is sent, thrown away or the tab is
 * closed; of who is signed in, in memory alone (decision 0051). `typed` holds only the fields that were changed; `marks` are the hidden fields that belong to what was typed.
 */
type Draft = Readonly<{ typed: Fields; marks: Marks }>;
type Fields = Readonly<Record<string, readonly string[]>>;

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** `seen` tells the server on what the changes were made, `once` that a second sending is the same wish. */
type Mark = "seen" | "once";
type Marks = Readonly<Partial<Record<Mark, string>>>;

const DRAFT = "yui-draft";
const NOT_TYPED = ["hidden", "file", "password", "submit", "button", "reset"];

/** A form with a password or a code that counts once is never kept, none of its fields. */
export const holdsSecret = (form: HTMLFormElement): boolean =>
  form.querySelector('input[type="password"], input[autocomplete="one-time-code"]') !== null;

/** Notes on a person (`data-private`) stay in the page alone. */
const isKept = (form: HTMLFormElement): boolean =>
  form.querySelector("button[data-busy]") !== null && !form.matches("[data-private]") && !holdsSecret(form);

/** Keeps what stands in the form now; `withOnce` after it was sent without an answer, since it may have arrived. */
export function keepDraft(form: HTMLFormElement, withOnce = false): void {
  if (!isKept(form)) return;
  const before = readDraft(form);
  const now = valuesOf(form, typedIn);
  const first = valuesOf(form, givenTo);
  const changed = Object.keys(now).filter(
    (name) => before?.typed[name] || now[name]!.join("\n") !== first[name]!.join("\n"),
  );
  const typed = { ...before?.typed, ...Object.fromEntries(changed.map((name) => [name, now[name]!])) };
  const once = withOnce ? marksOf(form, ["once"]) : {};
  if (changed.length > 0 || (before && withOnce))
    writeDraft(form, { typed, marks: { ...marksOf(form, ["seen"]), ...before?.marks, ...once } });
}

/** The form has been answered: nothing of it is kept. */
export const forgetDraft = (form: HTMLFormElement): void =>
  keepingOf(form).keep(storageKeyOf(form), undefined);

/** What was kept of a form so far. */
export const draftOf = (form: HTMLFormElement): Draft | undefined =>
  isKept(form) ? readDraft(form) : undefined;

/**
 * The page that answers a form holds all that was typed; from now on that is the draft. Another step of a form holds its
 * own fields alone: what was typed on the others, and on this one before the page was loaded anew, is in `before`.
 */
export function renewDraft(form: HTMLFormElement, before?: Draft): void {
  if (!isKept(form)) return;
  if (before) fillFrom(form, before);
  const typed = { ...before?.typed, ...readDraft(form)?.typed, ...valuesOf(form, typedIn) };
  writeDraft(form, { typed, marks: { ...marksOf(form, ["seen"]), ...before?.marks } });
}

/** Fills in what was begun before, says so, and offers to throw it away. */
export function restoreDraft(form: HTMLFormElement): void {
  const draft = isKept(form) ? readDraft(form) : undefined;
  if (!draft) return;
  const marksBefore = marksOf(form, ["seen", "once"]);
  if (!fillFrom(form, draft)) return;
  const note = noteOn(form, () => {
    forgetDraft(form);
    form.reset();
    setMarks(form, marksBefore);
    note.remove();
  });
  form.prepend(note);
}

/** Returns whether that changed any field. */
function fillFrom(form: HTMLFormElement, { typed, marks }: Draft): boolean {
  setMarks(form, marks);
  const changed = fieldsOf(form).filter((field) => fill(field, typed[field.name], placeOf(form, field)));
  for (const field of changed) {
    openAround(field);
    if (field instanceof HTMLInputElement && field.dataset.day) tellDay(field);
  }
  return changed.length > 0;
}

function noteOn(form: HTMLFormElement, discard: () => void): HTMLElement {
  const texts = textsFor(form);
  const note = document.createElement("div");
  note.setAttribute("role", "status");
  note.className =
    "my-4 flex flex-wrap items-center gap-x-6 gap-y-2 border-l-8 border-blue-900 bg-solid-gray-50 px-4 py-3";
  const button = document.createElement("button");
  button.type = "button";
  button.className = "min-h-11 cursor-pointer text-blue-1000 underline underline-offset-4";
  button.textContent = texts.discard;
  button.addEventListener("click", discard);
  const sentence = document.createElement("p");
  sentence.textContent = texts.restored;
  note.append(sentence, button);
  return note;
}

function openAround(element: Element): void {
  for (let fold = element.closest("details"); fold; fold = fold.parentElement?.closest("details") ?? null)
    fold.open = true;
}

const fieldsOf = (form: HTMLFormElement): Field[] =>
  [...form.elements].filter(
    (element): element is Field =>
      element.matches("input, textarea, select") &&
      (element as Field).name !== "" &&
      // A trap for programs, which no person fills in.
      !element.closest('[aria-hidden="true"]') &&
      !NOT_TYPED.includes((element as Field).type) &&
      // What was confirmed is confirmed of one sending alone.
      (element as Field).name !== "sure",
  );

const isBox = (field: Field): field is HTMLInputElement =>
  field.type === "radio" || field.type === "checkbox";

function valuesOf(form: HTMLFormElement, read: (field: Field) => string[]): Record<string, string[]> {
  const values: Record<string, string[]> = {};
  for (const field of fieldsOf(form)) {
    values[field.name] ??= [];
    values[field.name]!.push(...read(field));
  }
  return values;
}

function typedIn(field: Field): string[] {
  if (isBox(field)) return field.checked ? [field.value] : [];
  return "selectedOptions" in field ? [...field.selectedOptions].map(({ value }) => value) : [field.value];
}

/** What the server gave the field. */
function givenTo(field: Field): string[] {
  if (isBox(field)) return field.defaultChecked ? [field.value] : [];
  if (!("options" in field)) return [field.defaultValue];
  const chosen = [...field.options].filter((option) => option.defaultSelected);
  return (chosen.length > 0 || field.multiple ? chosen : [...field.options].slice(0, 1)).map(
    ({ value }) => value,
  );
}

/** Which of the fields of one name it is; boxes of one name are told apart by their values. */
const placeOf = (form: HTMLFormElement, field: Field): number =>
  fieldsOf(form)
    .filter(({ name }) => name === field.name)
    .indexOf(field);

/** Returns whether that changed the field. */
function fill(field: Field, values: readonly string[] | undefined, place: number): boolean {
  if (!values) return false;
  const before = typedIn(field).join("\n");
  if (isBox(field)) field.checked = values.includes(field.value);
  else if ("options" in field)
    for (const option of field.options) option.selected = values.includes(option.value);
  else field.value = values[place] ?? field.value;
  return typedIn(field).join("\n") !== before;
}

function marksOf(form: HTMLFormElement, names: readonly Mark[]): Marks {
  return Object.fromEntries(
    names.flatMap((name) => (hiddenOf(form, name) ? [[name, hiddenOf(form, name)!.value]] : [])),
  );
}

function setMarks(form: HTMLFormElement, marks: Marks): void {
  for (const [name, value] of Object.entries(marks)) {
    const hidden = hiddenOf(form, name);
    if (hidden) hidden.value = value;
  }
}

const hiddenOf = (form: HTMLFormElement, name: string): HTMLInputElement | null =>
  form.querySelector(`input[type="hidden"][name="${name}"]`);

/** Forms of one page are told apart by what they ask for, and where that is the same, by their order. */
export function keyOf(form: HTMLFormElement): string {
  const command = (one: HTMLFormElement) => hiddenOf(one, "do")?.value ?? "";
  const same = [...document.forms].filter((one) => command(one) === command(form));
  return `${command(form)} ${same.indexOf(form)}`;
}

const ownerOf = (form: HTMLFormElement): string =>
  form.closest<HTMLElement>("[data-drafts-of]")?.dataset.draftsOf ?? "";
const keepingOf = (form: HTMLFormElement): Keeping => (ownerOf(form) ? inMemory : inTab);

/** Whoever is signed in finds their own drafts alone. */
const storageKeyOf = (form: HTMLFormElement) =>
  `${DRAFT} ${ownerOf(form)}${location.pathname} ${keyOf(form)}`;

/** Nothing that was begun stays for whoever sits down next. */
export const forgetDrafts = (): void => {
  for (const keeping of [inTab, inMemory])
    for (const key of keeping.keys()) if (key.startsWith(DRAFT)) keeping.keep(key, undefined);
};

function readDraft(form: HTMLFormElement): Draft | undefined {
  const kept = keepingOf(form).read(storageKeyOf(form));
  return kept ? (JSON.parse(kept) as Draft) : undefined;
}

const writeDraft = (form: HTMLFormElement, draft: Draft): void =>
  keepingOf(form).keep(storageKeyOf(form), JSON.stringify(draft));
