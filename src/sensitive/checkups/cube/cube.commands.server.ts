import { z } from "zod";
import { service } from "#foundation/actors/public.ts";
import { inArea, NATION } from "#foundation/areas/public.ts";
import { afterCommit, command, query } from "#foundation/authority/public.ts";
import { askFor, type JobKind } from "#platform/jobs/jobs.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { expectOk, ok } from "#platform/kernel/result.ts";
import { lockImports } from "#platform/tables/batch-store.ts";
import { checkupPolicy } from "../access.ts";
import { selectCounted } from "../records/record.store.server.ts";
import { StoredReader } from "../records/record-settle.usecases.server.ts";
import { addCounts, deletePart, findPart, selectCountedAreas } from "./cube.store.server.ts";
import { Tally } from "./tally.rules.ts";

const ROWS_AT_ONCE = 5000;
const FIRST_IMPORT = "00000000-0000-0000-0000-000000000000";
const WORK = service("import");

/** Has the records of an area counted anew, by the definition of this version, after the answer. */
export const recountCube = command({
  name: "checkup-cube.recount",
  ...inArea(checkupPolicy, "checkup-cube"),
  once: true,
  async run(permit, _, app) {
    const { area } = permit.subject;
    afterCommit(permit, () => askFor(app, recountJob, { area, all: true }));
    return ok(undefined);
  },
});

/**
 * Counts the next import anew: of all, or of those that only earlier definitions have counted. Their parts and editions
 * stay. Each import is a transaction of its own, so that a process that is killed leaves every part whole.
 */
export const countNext = command({
  name: "checkup-cube.count-next",
  ...inArea(checkupPolicy, "checkup-cube"),
  within: ({ area }) => ({
    areas: [area as AreaId],
    facts: [area as AreaId],
    roles: [`${area}:analyst`],
  }),
  input: z.object({ after: z.uuid(), all: z.boolean() }),
  async run(permit, asked) {
    // An import that moves the counts of this one would be lost.
    await lockImports(permit);
    const next = await findPart(permit, asked);
    if (!next) return ok(undefined);
    const areaId = permit.subject.area;
    const { importId, agreement } = next;
    const reader = new StoredReader(permit);
    const tally = new Tally();
    let records = 0;
    for (let after = 0; ; ) {
      const rows = await selectCounted(permit, { areaId, id: importId }, after, ROWS_AT_ONCE);
      if (rows.length === 0) break;
      await reader.learn(rows);
      for (const row of rows) tally.add(reader.record(row));
      records += rows.length;
      after = rows.at(-1)!.line;
    }
    await deletePart(permit, areaId, importId);
    await addCounts(permit, { areaId, importId, agreement }, tally);
    return ok({ importId, records });
  },
});

export const listCountedAreas = query({
  name: "checkup-cube.list-areas",
  policy: checkupPolicy,
  target: z.object({}),
  subject: () => ({ type: "checkup-cube", area: NATION }),
  run: async (permit) => ok(await selectCountedAreas(permit)),
});

type Recount = Readonly<{ area: string; all: boolean }>;

/** Recounting in the background; a start with a new definition takes up by itself what only an earlier one has counted. */
export const recountJob: JobKind<Recount> = {
  name: "checkups.recount",
  async run(app, { area, all }) {
    for (let after = FIRST_IMPORT; ; ) {
      const done = expectOk(await countNext(app, WORK, { area }, { after, all }));
      if (!done) return;
      after = done.importId;
    }
  },
  left: async (app) => expectOk(await listCountedAreas(app, WORK, {})).map((area) => ({ area, all: false })),
};
