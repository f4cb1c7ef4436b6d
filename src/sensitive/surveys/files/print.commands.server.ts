import { randomBytes, randomInt } from "node:crypto";
import qrcode from "qrcode";
import { z } from "zod";
import { command, query } from "#foundation/authority/public.ts";
import { codeOf, printedCode } from "#foundation/links/public.ts";
import { showDateJa } from "#platform/kernel/plain-date.ts";
import { conflict, notFound, ok } from "#platform/kernel/result.ts";
import { renderPdf } from "#platform/pdf/render.ts";
import { insertCodes } from "../answering/answer.store.server.ts";
import { packFor } from "../answering/code.rules.ts";
import { surveyCodeHash } from "../answering/door.usecases.server.ts";
import { shownQuestions } from "../design/survey.present.ts";
import { findSurvey, lockSurvey, updateSurvey } from "../design/survey.store.server.ts";
import { answerAddress } from "../frame/letter.commands.server.ts";
import { markSent, selectUnits } from "../frame/unit.store.server.ts";
import { ANSWERING } from "../model/survey.messages.ts";
import type { Survey } from "../model/survey.schema.ts";
import { ofSurvey } from "../target.usecases.server.ts";
import { CODES, LETTERS, SHEETS } from "./print.present.ts";

/** So many workplaces go into one file: the server is not held up for longer. */
const AT_ONCE = 300;
const From = z.object({ from: z.coerce.number().int().min(1).default(1) });

const qr = (address: string) =>
  qrcode.toString(address, { type: "svg", margin: 0, errorCorrectionLevel: "M" });
const deadlineOf = ({ closesOn }: Survey) => (closesOn ? showDateJa(closesOn) : "");
const pdf = (name: string, content: Buffer) => ({
  name: `${name}.pdf`,
  mediaType: "application/pdf",
  content,
});
const LEAD =
  "地域の事業所の健康づくりの状況をうかがい、これからの取組に役立てるための調査です。結果は、事業所が分からない形にまとめて公表します。";

/** A letter for each workplace of the sample that gets one by post or hand, with a link of its own. */
export const printLetters = command({
  name: "frame.print",
  ...ofSurvey(),
  input: From,
  async run(permit, { survey: id, from }, app) {
    const survey = await lockSurvey(permit, id);
    if (!survey) return notFound("survey");
    if (survey.state !== "open" || survey.kind !== "workplace")
      return conflict("事業所への調査を始めてから、依頼状を印刷してください。");
    const units = (await selectUnits(permit, id))
      .filter((one) => one.sampled && one.way !== "mail" && one.disposition === "none" && one.number >= from)
      .slice(0, AT_ONCE);
    if (units.length === 0)
      return conflict("この番号以降に、郵送・手渡しの対象となる未回答の事業所はありません。");
    const shown = [];
    for (const unit of units) {
      const link = await answerAddress(permit, app, unit);
      shown.push({ ...unit, number: String(unit.number), link, code: await qr(link) });
    }
    await markSent(
      permit,
      units.map((one) => one.id),
    );
    const { title, lead, sender } = survey;
    const texts = { title, sender, lead: lead || LEAD, deadline: deadlineOf(survey) };
    return ok(
      pdf(
        `依頼状_${units[0]!.number}-${units.at(-1)!.number}`,
        renderPdf(LETTERS, { ...texts, units: shown }),
      ),
    );
  },
});

/**
 * Codes for the workers of each workplace. What a code is stands on its slip alone; whose they are is kept nowhere: the
 * number that keeps a workplace's answers together is drawn here and forgotten with the slips.
 */
export const giveCodes = command({
  name: "frame.give-codes",
  ...ofSurvey(),
  input: From.extend({ again: z.string().default("") }),
  async run(permit, { survey: id, from, again }, app) {
    const survey = await lockSurvey(permit, id);
    if (!survey) return notFound("survey");
    if (survey.kind !== "worker" || survey.state !== "open")
      return conflict("従業員への調査を始めてから、配布票を印刷してください。");
    const units = (await selectUnits(permit, id))
      .filter((one) => one.sampled && one.number >= from && (again !== "" || one.sentOn === null))
      .slice(0, AT_ONCE / 10);
    if (units.length === 0)
      return conflict(
        "この番号以降に、配布票をまだ作成していない事業所はありません。作成し直す場合は「作成済みの事業所にも新しい番号で作成する」を選択してください。",
      );
    const given: { codeHash: string; cluster: number }[] = [];
    const packs = [];
    const printed: string[] = [];
    for (const unit of units) {
      const cluster = randomInt(1, 2 ** 31 - 1);
      const codes = Array.from({ length: packFor(unit.workers) }, () => codeOf(randomBytes(16)));
      printed.push(...codes);
      given.push(...codes.map((code) => ({ codeHash: surveyCodeHash(code), cluster })));
      const slips = codes.map(async (code) => ({
        code: printedCode(code),
        qr: await qr(`${app.config.origin}/w/${code}`),
      }));
      packs.push({ name: unit.name, codes: await Promise.all(slips) });
    }
    // In the order of their hashes, so that not even the table's own order tells which were given together.
    const mixed = given.toSorted((a, b) => (a.codeHash < b.codeHash ? -1 : 1));
    await insertCodes(permit, id, survey.organisationId, mixed);
    // Pressed twice, it gives no second pack: two codes for each worker would halve the rate of replies.
    await markSent(
      permit,
      units.map((one) => one.id),
    );
    await updateSurvey(permit, id, { codes: survey.codes + given.length });
    const texts = {
      title: survey.title,
      anonymous: ANSWERING.ja.anonymous,
      address: `${app.config.origin}/w`,
    };
    const name = `配布票_${units[0]!.number}-${units.at(-1)!.number}`;
    // As they stand on the slips, for who has these in hand and nobody else.
    return ok({ ...pdf(name, renderPdf(CODES, { ...texts, packs })), codes: printed });
  },
});

/** The answer sheets of the sample; without one, an empty sheet to look at. */
export const previewSheets = query({
  name: "survey.preview",
  ...ofSurvey({ from: z.coerce.number().int().min(0).default(0) }),
  async run(permit, { survey: id, from }) {
    const survey = await findSurvey(permit, id);
    if (!survey) return notFound("survey");
    const units =
      from === 0
        ? []
        : (await selectUnits(permit, id))
            .filter((one) => one.sampled && one.number >= from)
            .slice(0, AT_ONCE);
    const sheets =
      survey.anonymous || units.length === 0
        ? [{ number: "0", name: "" }]
        : units.map(({ number, name }) => ({ number: String(number), name }));
    const { title, lead, questionnaire } = survey;
    const inputs = { title, lead: lead || LEAD, questions: shownQuestions(questionnaire), sheets };
    return ok(pdf(`調査票_${title}`, renderPdf(SHEETS, inputs)));
  },
});
