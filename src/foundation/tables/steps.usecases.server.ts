import { existsSync } from "node:fs";
import { rename } from "node:fs/promises";
import { z } from "zod";
import { scopeOf } from "#foundation/actors/public.ts";
import { afterCommit, command, type Permit } from "#foundation/authority/public.ts";
import { conflict, invalid, ok, type Result } from "#platform/kernel/result.ts";
import { lockImports, updateBatch } from "#platform/tables/batch-store.ts";
import type { Meaning } from "#platform/tables/columns.ts";
import type { Choices, ImportBatch } from "#platform/tables/import.ts";
import {
  ALREADY_WITHDRAWN,
  BAD_ROWS,
  INTERRUPTED,
  NO_MEANING,
  NOT_IN_STATE,
  OPEN_QUESTIONS,
  TOO_LATE,
  unreadableSentence,
  wordsField,
} from "#platform/tables/messages.ts";
import { openQuestions } from "#platform/tables/questions.ts";
import { bookBeside, inspectTable } from "#platform/tables/reader.ts";
import { matchInput, PlaceAsked } from "./columns-form.schema.ts";
import { broughtAs, understand } from "./layout.usecases.server.ts";
import { keepMapping } from "./mapping.usecases.server.ts";
import { withMended } from "./mending.usecases.server.ts";
import { OneImport, type TableImport } from "./table-import.schema.ts";
import { holdImport, holdToMove, subjectOf } from "./table-import.usecases.server.ts";
import { fileOf, forgetFile, type Worker } from "./work.usecases.server.ts";

/** What moves an import on, each where its state allows it. */
export function steps<P extends Permit, M extends Meaning, C extends Choices, W, X>(
  one: TableImport<P, M, C, W, X>,
  worker: Worker,
) {
  const { table, policy, prefix } = one;
  const ofOne = { policy, target: OneImport, subject: subjectOf(table.kind) };

  /** Sets what the columns hold and has the file checked. `remember` keeps it for the next file with this header. */
  const checkImport = command({
    name: `${prefix}.check`,
    ...ofOne,
    input: matchInput(table),
    async run(
      permit,
      { id, mapping: sent, words, choices: sentChoices, answers, typed: cells, ...keep },
      app,
    ) {
      const held = await holdToMove(one, permit, id);
      if (!held.ok) return held;
      const batch = held.value;
      // Questions are answered, and rows mended, without the columns' form: those stay as they were.
      const alone = sent.length === 0 && Object.keys(answers).length + cells.size > 0;
      const said = alone ? (batch.mapping as M[]) : sent;
      const typed = alone
        ? { ...(batch.choices as C), answers: { ...batch.choices.answers, ...answers } }
        : { ...sentChoices, ...(batch.choices.answers && { answers: batch.choices.answers }) };
      const choices = (await table.resolve?.(permit as unknown as P, typed)) ?? ok(typed);
      if (!choices.ok) return choices;
      const header = batch.header!;
      if (said.length !== header.length) return conflict(NOT_IN_STATE(batch.state));
      const reads = await withWords(table, permit as unknown as P, said, words);
      if (!reads.ok) return reads;
      const mapping = reads.value;
      const matched = { mapping, choices: choices.value };
      const gaps = table.gaps(matched, header);
      if (Object.keys(gaps).length > 0) return invalid(gaps);
      const mended = await withMended(permit, batch as ImportBatch, cells);
      if (!mended.ok) return mended;
      const at = permit.clock.now();
      const { remember, saveAs } = keep;
      if (remember) await keepMapping(permit, batch, { ...matched, ...(saveAs && { name: saveAs }), at });
      const checking = { state: "checking", stateSince: at, bytesRead: 0 } as const;
      await updateBatch(permit, batch, { ...checking, ...matched, mended: mended.value });
      afterCommit(permit, () => worker.goOn(app, batch));
      return ok(undefined);
    },
  });

  /** Has the file taken in. With bad rows in it, only where `goodRowsOnly` says so. */
  const takeImport = command({
    name: `${prefix}.take`,
    ...ofOne,
    input: z.object({ goodRowsOnly: z.literal("yes").optional() }),
    async run(permit, { id, goodRowsOnly }, app) {
      const held = await holdToMove(one, permit, id);
      if (!held.ok) return held;
      const batch = held.value;
      if (openQuestions(batch.questions, batch.choices.answers).length > 0) return conflict(OPEN_QUESTIONS);
      if (batch.counts.rejected > 0 && !goodRowsOnly) return conflict(BAD_ROWS(batch.counts.rejected));
      await updateBatch(permit, batch, {
        state: "importing",
        stateSince: permit.clock.now(),
        choices: { ...batch.choices, goodRowsOnly: goodRowsOnly === "yes" },
        bytesRead: 0,
      });
      afterCommit(permit, () => worker.goOn(app, batch));
      return ok(undefined);
    },
  });

  /** Goes back to the columns of an import, as they are or of another place in its file. */
  const rematchImport = command({
    name: `${prefix}.match`,
    ...ofOne,
    input: PlaceAsked,
    async run(permit, { id, area: _area, ...asked }, app) {
      const held = await holdToMove(one, permit, id);
      if (!held.ok) return held;
      const batch = held.value;
      // What was answered is asked again.
      const { answers: _answers, ...choices } = batch.choices;
      const matching = { state: "matching", stateSince: permit.clock.now(), choices } as const;
      if (Object.values(asked).every((part) => part === undefined)) {
        await updateBatch(permit, batch, matching);
        return ok(undefined);
      }
      const path = fileOf(app, id);
      if (!existsSync(path)) return conflict(INTERRUPTED);
      const book = bookBeside(path);
      const csv = existsSync(book) ? `${path}.again` : path;
      const sheet = asked.sheet ?? batch.layout?.place.sheet ?? undefined;
      const inspected = await inspectTable(existsSync(book) ? book : path, csv, sheet);
      if (!inspected.ok) return invalid({ file: [unreadableSentence(inspected.error)] });
      const file = broughtAs(batch.fileName, inspected.value);
      const reading = { permit: permit as unknown as P, table, area: batch.areaId };
      const understood = await understand(reading, file, asked, choices as C);
      if (!understood.ok) return understood;
      const { gaps: _gaps, ...found } = understood.value;
      const { encoding, delimiter, bytes: fileBytes } = file;
      // Of another place in the file the lines are others.
      await updateBatch(permit, batch, { ...matching, ...found, encoding, delimiter, fileBytes, mended: [] });
      if (csv !== path) afterCommit(permit, () => rename(csv, path));
      return ok(undefined);
    },
  });

  /** Gives an import up before it was taken in; nothing was changed by it. */
  const cancelImport = command({
    name: `${prefix}.cancel`,
    ...ofOne,
    async run(permit, { id }, app) {
      const held = await holdToMove(one, permit, id);
      if (!held.ok) return held;
      await updateBatch(permit, held.value, { state: "cancelled", stateSince: permit.clock.now() });
      afterCommit(permit, () => forgetFile(app, id));
      return ok(undefined);
    },
  });

  /** Takes an import back. Sent twice by the same person it is done; of two persons the second is told. */
  const withdrawImport = command({
    name: `${prefix}.withdraw`,
    ...ofOne,
    async run(permit, { id }) {
      await lockImports(permit);
      const held = await holdImport(one, permit, id);
      if (!held.ok) return held;
      const { state, stateBy } = held.value;
      if (table.restore && state === "withdrawn")
        return stateBy === by(permit) ? ok(undefined) : conflict(ALREADY_WITHDRAWN);
      if (state !== "done") return conflict(NOT_IN_STATE(state));
      const stamp = { by: by(permit), at: permit.clock.now() };
      const withdrawn = await table.withdraw(permit as unknown as P, held.value, stamp);
      await updateBatch(permit, held.value, { state: "withdrawn", stateSince: stamp.at, stateBy: stamp.by });
      return ok(withdrawn as W | undefined);
    },
  });

  return { checkImport, takeImport, rematchImport, cancelImport, withdrawImport };
}

const by = ({ actor }: Permit) => scopeOf(actor).actor;

/** Whether what was withdrawn then can still be brought back. */
export const isRestorable = (
  { state, stateSince }: Pick<ImportBatch, "state" | "stateSince">,
  now: Date,
  days: number,
): boolean => state === "withdrawn" && now.getTime() - stateSince.getTime() <= days * 86_400_000;

/** Brings back what was withdrawn, of a table that can. Sent twice it is there already. */
export function restores<P extends Permit, M extends Meaning, C extends Choices, W, X>(
  one: TableImport<P, M, C, W, X>,
) {
  const { table, policy, prefix } = one;
  return command({
    name: `${prefix}.restore`,
    policy,
    target: OneImport,
    subject: subjectOf(table.kind),
    async run(permit, { id }) {
      await lockImports(permit);
      const held = await holdImport(one, permit, id);
      if (!held.ok) return held;
      if (held.value.state === "done") return ok(undefined);
      const { days, run } = table.restore!;
      if (!isRestorable(held.value, permit.clock.now(), days)) return conflict(TOO_LATE(days));
      await run(permit as unknown as P, held.value);
      await updateBatch(permit, held.value, {
        state: "done",
        stateSince: permit.clock.now(),
        stateBy: by(permit),
      });
      return ok(undefined);
    },
  });
}

/** The meanings with what was written of single columns, where anything was. */
async function withWords<P extends Permit, M extends Meaning, C extends Choices, W, X>(
  { readMeaning }: TableImport<P, M, C, W, X>["table"],
  permit: P,
  mapping: readonly M[],
  words: readonly (string | undefined)[],
): Promise<Result<readonly M[]>> {
  const wrong: Record<string, string[]> = {};
  const meanings: M[] = [];
  for (const [at, meaning] of mapping.entries()) {
    const said = words[at];
    const read =
      said === undefined || !readMeaning
        ? meaning
        : await readMeaning(permit, `${meaning.role} ${said}`.trim());
    if (!read) wrong[wordsField(at)] = [NO_MEANING(said!)];
    meanings.push(read ?? meaning);
  }
  return Object.keys(wrong).length > 0 ? invalid(wrong) : ok(meanings);
}
