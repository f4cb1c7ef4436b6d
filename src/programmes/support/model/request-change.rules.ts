import type { FormValues } from "#platform/kernel/result.ts";
import { CHANGEABLE, PARTS, type Part } from "./request.rules.ts";
import type { RequestDraft, SupportRequest } from "./request.schema.ts";
import { fieldsOf, formValues, type Sent, timesOf, timeValues } from "./request-form.rules.ts";

/** One part of a request before and after, as the history keeps it. */
export type Difference = Readonly<{ part: Part; from: unknown; to: unknown }>;

/** What can be changed of a request now. */
export const partsOf = (request: Pick<SupportRequest, "status">): readonly Part[] =>
  CHANGEABLE[request.status] ?? [];

/** What would be different, among the parts that may be; the wishes by the times asked for, which are what counts. */
export const differences = (
  request: SupportRequest,
  draft: Pick<RequestDraft, Part>,
  parts: readonly Part[],
): Difference[] =>
  parts
    .map((part): Difference => ({ part, from: request[part], to: draft[part] }))
    .filter(({ from, to }) => JSON.stringify(from) !== JSON.stringify(to));

const TIMES = [1, 2, 3].flatMap((n) => [`day${n}`, `part${n}`, `from${n}`, `to${n}`]);
/** The fields of the form by which a part is changed. */
const fieldsOfPart = (part: Part): readonly string[] => (part === "wishes" ? TIMES : [part]);

/** What may be changed of a request now, as its form shows it. */
export function changeValues(request: SupportRequest): FormValues {
  const all = formValues(request);
  return Object.fromEntries(
    partsOf(request)
      .flatMap(fieldsOfPart)
      .map((field) => [field, all[field] ?? ""]),
  );
}

/** The same of what was typed; where it is held is in a form of all parts alone. */
export function typedValues(sent: Sent): FormValues {
  const { topics, wishes: _, ...fields } = fieldsOf(sent);
  const times = timeValues(timesOf(sent));
  const texts = { ...fields, ...times, topics: (topics as string[]).join(" ") } as Record<string, unknown>;
  const parts = "place" in sent ? PARTS : CHANGEABLE.fixed!;
  return Object.fromEntries(
    parts.flatMap(fieldsOfPart).map((field) => [
      field,
      String(texts[field] ?? "")
        .replace(/\r\n?/g, "\n")
        .trim(),
    ]),
  );
}
