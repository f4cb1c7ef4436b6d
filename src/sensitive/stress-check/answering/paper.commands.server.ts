import { z } from "zod";
import { command } from "#foundation/authority/public.ts";
import { choice, count, text } from "#platform/kernel/form-fields.ts";
import { conflict, invalid, notFound, ok } from "#platform/kernel/result.ts";
import { differing, keyedAnswers } from "../model/score.rules.ts";
import { WORKER } from "../model/stress.messages.ts";
import { lockRun } from "../runs/run.store.server.ts";
import { ofRun } from "../target.usecases.server.ts";
import { deleteEntries, findFirstEntry, upsertFirstEntry } from "./paper.store.server.ts";
import { settleAnswer } from "./score.usecases.server.ts";
import { lockByNumber } from "./worker.store.server.ts";

const Keyed = z.object({
  number: count("用紙の番号"),
  entry: choice("入力の回", ["1", "2"]),
  figures: text("回答（57桁）", { most: 120 }),
  sex: choice("性別", ["male", "female", "none"]),
});

/** The same places of a sheet in words: 0 is the sex. */
const places = (items: readonly number[]) => items.map((one) => (one === 0 ? "性別" : `問${one}`)).join("、");

const kept = (state: "once" | "complete" | "incomplete") => ok({ state });

/**
 * A sheet of paper is keyed twice, and has points once both agree. Where they differ the items are named, and the second
 * is keyed again: of a wrong first one, both are.
 */
export const enterPaper = command({
  name: "stress-paper.enter",
  ...ofRun(),
  input: Keyed,
  async run(permit, { run: id, number, entry, figures, sex }) {
    const run = await lockRun(permit, id);
    if (!run) return notFound("stress-run");
    if (run.state !== "open") return conflict("実施中のストレスチェックだけに入力できます。");
    const worker = await lockByNumber(permit, id, number);
    if (!worker) return invalid({ number: ["この番号の方はいません。用紙の番号を確認してください。"] });
    if (worker.taken) return conflict(WORKER.already);
    const answered = keyedAnswers(figures, sex);
    if (!answered)
      return invalid({ figures: ["1から4の数字を57桁入力してください。空欄の質問は0を入力します。"] });
    if (entry === "1") {
      await upsertFirstEntry(permit, worker, answered);
      return kept("once");
    }
    const first = await findFirstEntry(permit, worker.id);
    if (!first) return invalid({ entry: ["この用紙は、まだ1回目の入力がありません。"] });
    const items = differing(first, answered);
    if (items.length > 0)
      return invalid({
        figures: [
          `1回目の入力と違います（${places(items)}）。用紙を確認し、違っていた回をもう一度入力してください。`,
        ],
      });
    const state = await settleAnswer(permit, run, worker, answered, "paper");
    await deleteEntries(permit, worker.id);
    return kept(state);
  },
});
