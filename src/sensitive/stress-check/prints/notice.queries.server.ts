import { readFileSync } from "node:fs";
import { z } from "zod";
import { query } from "#foundation/authority/public.ts";
import { type PlainDate, showDateJa } from "#platform/kernel/plain-date.ts";
import { notFound, ok } from "#platform/kernel/result.ts";
import { renderPdf } from "#platform/pdf/render.ts";
import { findRunInReach, findWorkplace, selectSteps } from "../runs/run.store.server.ts";
import { byHolder } from "../target.usecases.server.ts";
import { NOTICE } from "./print.present.ts";

const Texts = z.object({ title: z.string(), lines: z.array(z.string()) });
const Notices = z.object({
  languages: z.array(
    z.object({
      ...{ code: z.string(), label: z.string(), notice: Texts, rules: Texts },
      ...{ asks: z.string(), until: z.string(), rulesOn: z.string() },
    }),
  ),
});
const FILE = new URL("../../../../reference/stress-check/notices.json", import.meta.url);
let held: z.infer<typeof Notices>["languages"] | undefined;
/** In each language that the data hold; one more is one more entry there. */
const readNotices = () => {
  held ??= Notices.parse(JSON.parse(readFileSync(FILE, "utf8"))).languages;
  return held;
};
export const noticeLanguages = () => readNotices().map(({ code, label }) => ({ code, label }));

/** The notice to the workers, or the short house rules, ready to be printed. */
export const printNotice = query({
  name: "stress-own.print-notice",
  ...byHolder("stress-workplace", {
    paper: z.string().pipe(z.enum(["notice", "rules"])),
    language: z.string().max(8),
  }),
  async run(permit, { held: id, paper, language }) {
    const texts = readNotices().find(({ code }) => code === language);
    const workplace = await findWorkplace(permit, id);
    const run = workplace && (await findRunInReach(permit, workplace.runId));
    if (!texts || !workplace || !run) return notFound("stress-workplace");
    const day = (on: PlainDate) => (language === "en" ? on : showDateJa(on));
    const heard = (await selectSteps(permit, id)).find(({ step }) => step === 3);
    const facts =
      paper === "notice"
        ? [
            ...(run.closesOn ? [{ name: texts.until, value: day(run.closesOn) }] : []),
            { name: texts.asks, value: run.contact },
          ]
        : heard
          ? [{ name: texts.rulesOn, value: day(heard.doneOn) }]
          : [];
    const { title, lines } = texts[paper];
    const lang = language === "en" ? "en" : "ja";
    return ok({
      ...{ name: `${title}.pdf`, mediaType: "application/pdf" },
      content: renderPdf(NOTICE, { title, lines, lang, name: workplace.name, facts }),
    });
  },
});
