import { isUuid } from "#platform/kernel/ids.ts";

/** What entries are asked to be about: the ids of things, of one type or of any. */
export type About = Readonly<{ type: string | undefined; ids: readonly string[] }>;

const TYPED = /^([a-z][a-z-]*)[:：\s]+(\S+)$/;
/** The ids that the house gives: of things, and of users. */
const GIVEN = /^[A-Za-z0-9_-]{20,}$/;

/** `request:0198…` or an id alone; undefined for a text that is none, such as a name. */
export function aboutOf(text: string): About | undefined {
  const [, type, id] = TYPED.exec(text) ?? [];
  if (type !== undefined && id !== undefined) return { type, ids: [id] };
  return isUuid(text) || GIVEN.test(text) ? { type: undefined, ids: [text] } : undefined;
}
