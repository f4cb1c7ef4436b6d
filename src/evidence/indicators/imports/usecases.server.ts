import { z } from "zod";
import { afterCommit, command } from "#foundation/authority/public.ts";
import { askFor } from "#platform/jobs/jobs.ts";
import { conflict, invalid, ok, type Result } from "#platform/kernel/result.ts";
import { type ImportPermit, indicatorPolicy } from "../access.ts";
import type { ImportId } from "../observations/schema.ts";
import { headerDigest } from "./beginning/rules.ts";
import { gapsOf } from "./columns/rules.ts";
import { MatchInput } from "./columns/schema.ts";
import { saveMapping } from "./columns/store.server.ts";
import { knownChoices } from "./columns/usecases.server.ts";
import { BAD_ROWS, gapErrors, NOT_IN_STATE } from "./messages.ts";
import { type ImportAction, mayInState } from "./rules.ts";
import { forgetFile, importJob } from "./run/usecases.server.ts";
import { type ImportBatch, OneImport } from "./schema.ts";
import { findImportSubject, holdBatch, updateBatch } from "./store.server.ts";

/** The import, held against others who would move it on, where its state allows what is asked. */
export async function holdToMove(
  permit: ImportPermit & Readonly<{ action: ImportAction }>,
  id: ImportId,
): Promise<Result<ImportBatch>> {
  const batch = await holdBatch(permit, id);
  return mayInState(batch.state, permit.action) ? ok(batch) : conflict(NOT_IN_STATE(batch.state));
}

/** Sets what the columns hold and has the file checked. `remember` keeps it for the next file with this header. */
export const checkImport = command({
  name: "import.check",
  policy: indicatorPolicy,
  target: OneImport,
  subject: findImportSubject,
  input: MatchInput,
  async run(permit, { id, mapping, choices: typed, remember }, app) {
    const held = await holdToMove(permit, id);
    if (!held.ok) return held;
    const batch = held.value;
    const choices = await knownChoices(permit, typed);
    if (!choices.ok) return choices;
    if (mapping.length !== batch.header!.length) return conflict(NOT_IN_STATE(batch.state));
    const gaps = gapsOf(mapping, choices.value);
    if (gaps.length > 0) return invalid(gapErrors(gaps));
    const at = permit.clock.now();
    const matched = { mapping, choices: choices.value };
    if (remember)
      await saveMapping(permit, batch.areaId, headerDigest(batch.header!), {
        ...matched,
        by: batch.createdBy,
        at,
      });
    await updateBatch(permit, batch, { state: "checking", stateSince: at, ...matched, bytesRead: 0 });
    afterCommit(permit, () => askFor(app, importJob, { id }));
    return ok(undefined);
  },
});

/** Has the file taken in. With bad rows in it, only where `goodRowsOnly` says so. */
export const takeImport = command({
  name: "import.take",
  policy: indicatorPolicy,
  target: OneImport,
  subject: findImportSubject,
  input: z.object({ goodRowsOnly: z.literal("yes").optional() }),
  async run(permit, { id, goodRowsOnly }, app) {
    const held = await holdToMove(permit, id);
    if (!held.ok) return held;
    const batch = held.value;
    if (batch.counts.rejected > 0 && !goodRowsOnly) return conflict(BAD_ROWS(batch.counts.rejected));
    await updateBatch(permit, batch, {
      state: "importing",
      stateSince: permit.clock.now(),
      choices: { ...batch.choices, goodRowsOnly: goodRowsOnly === "yes" },
      bytesRead: 0,
    });
    afterCommit(permit, () => askFor(app, importJob, { id }));
    return ok(undefined);
  },
});

/** Goes back to the columns of an import that was checked already. */
export const rematchImport = command({
  name: "import.match",
  policy: indicatorPolicy,
  target: OneImport,
  subject: findImportSubject,
  async run(permit, { id }) {
    const held = await holdToMove(permit, id);
    if (!held.ok) return held;
    await updateBatch(permit, held.value, { state: "matching", stateSince: permit.clock.now() });
    return ok(undefined);
  },
});

/** Gives an import up before it was taken in; nothing was changed by it. */
export const cancelImport = command({
  name: "import.cancel",
  policy: indicatorPolicy,
  target: OneImport,
  subject: findImportSubject,
  async run(permit, { id }, app) {
    const held = await holdToMove(permit, id);
    if (!held.ok) return held;
    await updateBatch(permit, held.value, { state: "cancelled", stateSince: permit.clock.now() });
    afterCommit(permit, () => forgetFile(app, id));
    return ok(undefined);
  },
});
