import { type Examples, standing } from "#foundation/authority/testing.ts";
import { newId } from "#platform/kernel/ids.ts";

const nothing = standing(({ area }) => ({ target: { area, id: newId() } }));

/** How the role matrix tries each of attachments: a file that nobody knows waits no more. */
export const examples: Examples = {
  "file.list-waiting": standing(() => ({ target: {} })),
  "file.scan": nothing,
};
