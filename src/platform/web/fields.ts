import { idOf } from "#platform/kernel/ids.ts";

/** The texts of a form by name; files are left to who expects them. NUL, which no text column takes, is dropped. */
export async function fieldsOf(request: Request): Promise<Record<string, string>> {
  const form = await request.formData();
  return Object.fromEntries(
    [...form].flatMap(([name, value]) =>
      typeof value === "string" ? [[name, value.replaceAll("\0", "")]] : [],
    ),
  );
}

/** The thing that a form's hidden `id` names. Pages write it themselves, so anything else names nothing: 404. */
export function chosenId(fields: Readonly<Record<string, string>>): string {
  const id = idOf(fields.id);
  if (id === undefined) throw new Response(null, { status: 404 });
  return id;
}
