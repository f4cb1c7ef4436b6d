import type { Restored } from "#platform/db/deletions.ts";
import type { CouncilThing } from "../model/body.schema.ts";

/** Where each thing is seen, by its id and that of what it is within. */
const PAGE: Readonly<Record<CouncilThing, (id: string, within: string) => string>> = {
  body: (id) => `bodies/${id}`,
  member: (_, body) => `bodies/${body}`,
  meeting: (id) => `meetings/${id}`,
  paper: (id, meeting) => `meetings/${meeting}#paper-${id}`,
  decision: (id, meeting) => `meetings/${meeting}#decision-${id}`,
  task: (id, meeting) => `meetings/${meeting}#task-${id}`,
};

export const pageOf = (council: string, { thing, ids }: Restored<CouncilThing>): string =>
  `${council}/${PAGE[thing](ids[0]!, ids[1] ?? "")}`;
