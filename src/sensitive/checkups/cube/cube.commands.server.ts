import { inArea } from "#foundation/areas/public.ts";
import { command } from "#foundation/authority/public.ts";
import { ok } from "#platform/kernel/result.ts";
import { checkupPolicy } from "../access.ts";
import { selectCounted } from "../records/record.store.server.ts";
import { StoredReader } from "../records/record-settle.usecases.server.ts";
import { addCounts, deletePart, selectParts } from "./cube.store.server.ts";
import { Tally } from "./tally.rules.ts";

const ROWS_AT_ONCE = 5000;

/** Counts the records of an area anew, by the definition of this version; parts of earlier definitions and editions stay. */
export const recountCube = command({
  name: "checkup-cube.recount",
  ...inArea(checkupPolicy, "checkup-cube"),
  async run(permit) {
    const areaId = permit.subject.area;
    const reader = new StoredReader(permit);
    let records = 0;
    for (const { importId, agreement } of await selectParts(permit)) {
      const tally = new Tally();
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
    }
    return ok({ records });
  },
});
