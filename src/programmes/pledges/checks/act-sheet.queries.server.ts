import qrcode from "qrcode";
import { z } from "zod";
import { query } from "#foundation/authority/public.ts";
import { type FiscalYear, showFiscalYearJa } from "#platform/kernel/fiscal-year.ts";
import { notFound, ok } from "#platform/kernel/result.ts";
import { renderPdf } from "#platform/pdf/render.ts";
import { PLEDGES } from "../model/pledge.messages.ts";
import { RESULT } from "../model/result.messages.ts";
import { selectPledgesOf } from "../promises/pledge.store.server.ts";
import { ofCheck } from "./act-check.commands.server.ts";
import { viewOf } from "./act-check.queries.server.ts";
import { findCheck } from "./act-check.store.server.ts";
import { SHEET_SOURCE } from "./act-sheet.present.ts";

const MOST_TODO = 12;

/** The page to hang up. Its code leads to the check as anybody may begin it: the link of this one stays secret. */
export const readSheet = query({
  name: "act-check.sheet",
  ...ofCheck({ modules: z.array(z.string()).default([]) }),
  async run(permit, { id, modules }, app) {
    const check = await findCheck(permit, id);
    if (!check) return notFound("check");
    const view = await viewOf(permit, check, app, modules);
    const text = RESULT[view.language];
    const year = view.fiscalYear as FiscalYear;
    const address = `${app.config.origin}/areas/${view.area.slug}/acts`;
    const pledges = (await selectPledgesOf(permit, id)).filter(({ state }) => state !== "withdrawn");
    const content = renderPdf(SHEET_SOURCE, {
      ...{ lang: view.language, title: PLEDGES[view.language].title, address },
      lead: `${pledges[0]?.name ?? view.tierName}・${view.language === "ja" ? showFiscalYearJa(year) : year}`,
      score: view.score
        ? `${text.score} ${text.scoreOf(view.score.percent, view.score.questions, view.unanswered)}`
        : text.noScore,
      compared: view.alike ? text.alike(view.alike.size, view.alike.checks, view.alike.percent) : "",
      doneTitle: text.done,
      done: view.done.map((one) => one.text),
      todoTitle: text.todo,
      todo: view.todo
        .filter(({ step }) => step.state !== "declined")
        .slice(0, MOST_TODO)
        .map(({ toDo, step }) => ({ text: toDo, day: step.day ?? "" })),
      pledges: pledges.map(({ action }) => action),
      code: await qrcode.toString(address, { type: "svg", margin: 0, errorCorrectionLevel: "M" }),
      codeText: PLEDGES[view.language].start,
      foot: `${view.area.name}・${view.edition}`,
    });
    return ok({ name: "できること.pdf", mediaType: "application/pdf", content });
  },
});
