import { idOf } from "#platform/kernel/ids.ts";
import { readForm } from "./sent-form.ts";

/** The texts of a form as it was sent, but for what comes along from other programs and is no text. */
export async function formOf(request: Request): Promise<FormData> {
  const { form, forget } = await readForm(request);
  await forget();
  return form;
}

/** The texts of a form by name; files are left to who expects them. */
export const fieldsOf = async (request: Request): Promise<Record<string, string>> =>
  textsOf(await formOf(request));

/** As fieldsOf, of a form whose files are expected too. */
export const textsOf = (form: FormData): Record<string, string> =>
  Object.fromEntries([...form].filter((pair): pair is [string, string] => typeof pair[1] === "string"));

/** What a form says: of each name its text or file, or a list where there are several. */
export type Input = Readonly<Record<string, string | File | readonly (string | File)[]>>;

/** Marks the place of a field that sends nothing while it is empty, so that the order of the page is known. */
const ASKED = "asked";

/** What was sent under each name, in the order in which the page asks for it. */
export function choicesOf(form: FormData): Record<string, string[]> {
  const choices = new Map<string, string[]>();
  for (const [name, value] of form) {
    const field = name === ASKED ? String(value) : name;
    const sent = choices.get(field) ?? [];
    choices.set(field, sent);
    if (name !== ASKED && typeof value === "string") sent.push(value);
  }
  return Object.fromEntries(choices);
}

export const inputOf = (form: FormData): Input =>
  Object.fromEntries(
    [...new Set(form.keys())]
      .filter((name) => name !== ASKED)
      .map((name) => {
        const all = form.getAll(name);
        return [name, all.length === 1 ? all[0]! : all];
      }),
  );

/** The thing that a form's hidden `id` names. Pages write it themselves, so anything else names nothing: 404. */
export function chosenId(fields: Readonly<Record<string, string>>): string {
  const id = idOf(fields.id);
  if (id === undefined) throw new Response(null, { status: 404 });
  return id;
}
