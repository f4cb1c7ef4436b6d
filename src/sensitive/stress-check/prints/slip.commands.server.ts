import qrcode from "qrcode";
import { command, query } from "#foundation/authority/public.ts";
import { HOTLINES } from "#foundation/hotlines/public.ts";
import { printedCode } from "#foundation/links/public.ts";
import { showDateJa } from "#platform/kernel/plain-date.ts";
import { conflict, notFound, ok } from "#platform/kernel/result.ts";
import { rowId } from "#platform/kernel/target.ts";
import { renderPdf } from "#platform/pdf/render.ts";
import { markTold, selectResults } from "../answering/worker.store.server.ts";
import { GiveInput } from "../model/run.schema.ts";
import type { Score } from "../model/score.rules.ts";
import {
  ADVICE,
  AREA_WORDS,
  METHOD_WORDS,
  NO_SCALES,
  SCALE_WORDS,
  WORKER,
} from "../model/stress.messages.ts";
import { newCodes } from "../runs/run.commands.server.ts";
import { findRun, findWorkplace } from "../runs/run.store.server.ts";
import { ofRun } from "../target.usecases.server.ts";
import { RESULTS, SLIPS } from "./print.present.ts";

const pdf = (name: string, content: Buffer) => ({
  ...{ name: `${name}.pdf`, mediaType: "application/pdf", content },
});

/** New codes as slips to be cut: shown on this paper and nowhere else. */
export const printSlips = command({
  name: "stress-code.print",
  ...ofRun({ workplace: rowId() }),
  input: GiveInput,
  async run(permit, target, app) {
    const given = await newCodes(permit, target);
    if (!given.ok) return given;
    const { run, slips } = given.value;
    const address = `${app.config.origin}/stress`;
    const shown = slips.map(async ({ number, name, code }) => ({
      ...{ number: String(number), name, code: printedCode(code) },
      qr: await qrcode.toString(`${address}/${code}`, {
        ...{ type: "svg", margin: 0, errorCorrectionLevel: "M" },
      }),
    }));
    const inputs = {
      ...{ title: run.title, address, hidden: WORKER.hidden, slips: await Promise.all(shown) },
      deadline: run.closesOn ? showDateJa(run.closesOn) : "",
      handing: "切り離して封筒に入れ、本人にお渡しください。番号は再表示できません。",
    };
    return ok(pdf("回答用の番号", renderPdf(SLIPS, inputs)));
  },
});

const factsOf = ({ high, method, areas }: Score) => [
  { name: "ストレスの程度", value: high ? WORKER.high : WORKER.usual },
  { name: "判定の方法", value: METHOD_WORDS[method] },
  ...(["a", "b", "c"] as const).map((area) => ({ name: AREA_WORDS[area], value: `${areas[area]}点` })),
];
const scalesOf = ({ points }: Score) =>
  points ? Object.entries(points).map(([key, value]) => ({ name: SCALE_WORDS[key] ?? key, value })) : [];

/** The results of a workplace on paper, a sheet for everyone who has taken it. */
export const printResults = query({
  name: "stress-result.print",
  ...ofRun({ workplace: rowId() }),
  async run(permit, { run: id, workplace: of }, app) {
    const run = await findRun(permit, id);
    const workplace = await findWorkplace(permit, of);
    if (!run || workplace?.runId !== run.id) return notFound("stress-workplace");
    const workers = await selectResults(permit, of);
    if (workers.length === 0) return conflict("受検した方はまだいません。");
    const results = workers.map(({ number, name, score }) => ({
      ...{ name, number: String(number), facts: score ? factsOf(score) : [] },
      scales: score ? scalesOf(score) : [],
      said: score
        ? `${score.high ? WORKER.advised : WORKER.notAdvised}${score.points ? "" : NO_SCALES}`
        : WORKER.incomplete,
      asking: score?.high
        ? `${WORKER.told}お手元の番号で ${app.config.origin}/stress を開き、「面接指導を申し出る」を選択してください。`
        : WORKER.notAdvised,
    }));
    const lines = HOTLINES.slice(0, 3).map(({ name, number, hours }) => `${name}　${number}（${hours}）`);
    const { title, contact } = run;
    const content = renderPdf(RESULTS, { title, contact, lines, advice: ADVICE, results });
    return ok({ ...pdf("結果のお知らせ", content), workers: workers.map((one) => one.id) });
  },
  shows: ({ workers }) => workers.map((one) => `stress-worker:${one}`),
});

/** The printed results were handed over: from today on they count as told. */
export const tellResults = command({
  name: "stress-result.tell",
  ...ofRun({ workplace: rowId() }),
  async run(permit, { run: id, workplace: of }) {
    const run = await findRun(permit, id);
    const workplace = await findWorkplace(permit, of);
    if (!run || workplace?.runId !== run.id) return notFound("stress-workplace");
    return ok({ told: await markTold(permit, of) });
  },
});
