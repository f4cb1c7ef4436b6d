import { z } from "zod";
import { scopeOf } from "#foundation/actors/public.ts";
import { afterCommit, command, type Permit } from "#foundation/authority/public.ts";
import { conflict, invalid, ok } from "#platform/kernel/result.ts";
import { lockImports, updateBatch } from "#platform/tables/batch-store.ts";
import { headerDigest, IGNORE, type Meaning } from "#platform/tables/columns.ts";
import type { Choices, ImportBatch } from "#platform/tables/import.ts";
import { saveMapping } from "#platform/tables/import-store.ts";
import {
  ALREADY_WITHDRAWN,
  BAD_ROWS,
  columnField,
  NOT_IN_STATE,
  OPEN_QUESTIONS,
  TOO_LATE,
} from "#platform/tables/messages.ts";
import { answersOf, openQuestions } from "#platform/tables/questions.ts";
import { OneImport, type TableImport } from "./table-import.schema.ts";
import { holdImport, holdToMove, subjectOf } from "./table-import.usecases.server.ts";
import { forgetFile, type Worker } from "./work.usecases.server.ts";

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
    async run(permit, { id, mapping: sent, choices: sentChoices, answers, remember }, app) {
      const held = await holdToMove(one, permit, id);
      if (!held.ok) return held;
      const batch = held.value;
      // Questions are answered without the columns' form: those stay as they were.
      const alone = sent.length === 0 && Object.keys(answers).length > 0;
      const mapping = alone ? (batch.mapping as M[]) : sent;
      const typed = alone
        ? { ...(batch.choices as C), answers: { ...batch.choices.answers, ...answers } }
        : sentChoices;
      const choices = (await table.resolve?.(permit as unknown as P, typed)) ?? ok(typed);
      if (!choices.ok) return choices;
      const header = batch.header!;
      if (mapping.length !== header.length) return conflict(NOT_IN_STATE(batch.state));
      const matched = { mapping, choices: choices.value };
      const gaps = table.gaps(matched, header);
      if (Object.keys(gaps).length > 0) return invalid(gaps);
      const at = permit.clock.now();
      if (remember) {
        const sender = { areaId: batch.areaId, kind: table.kind, headerSha256: headerDigest(header) };
        await saveMapping(permit, sender, { ...matched, by: batch.createdBy, at });
      }
      await updateBatch(permit, batch, { state: "checking", stateSince: at, ...matched, bytesRead: 0 });
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

  /** Goes back to the columns of an import that was checked already. */
  const rematchImport = command({
    name: `${prefix}.match`,
    ...ofOne,
    async run(permit, { id }) {
      const held = await holdToMove(one, permit, id);
      if (!held.ok) return held;
      await updateBatch(permit, held.value, { state: "matching", stateSince: permit.clock.now() });
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

/** The columns' form: what each column holds, what holds for the whole file, and whether to keep it for the next file. */
function matchInput<P extends Permit, M extends Meaning, C extends Choices, W, X>({
  meaning,
  choicesOf,
}: TableImport<P, M, C, W, X>["table"]) {
  const meaningOf = (value: unknown): M => {
    try {
      const parsed = meaning.safeParse(JSON.parse(String(value)));
      if (parsed.success) return parsed.data;
    } catch {
      // Not from our form.
    }
    return { role: IGNORE } as M;
  };
  return z.record(z.string(), z.unknown()).transform((form) => {
    const text = (name: string) => String(form[name] ?? "").trim();
    const meanings: unknown[] = [];
    while (columnField(meanings.length) in form) meanings.push(form[columnField(meanings.length)]);
    return {
      mapping: meanings.map(meaningOf),
      choices: choicesOf(text),
      answers: answersOf(form),
      remember: text("remember") === "yes",
    };
  });
}
