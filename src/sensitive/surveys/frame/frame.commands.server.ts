import { expectedReach } from "@yui/healthstats";
import { z } from "zod";
import { municipalitiesOf } from "#foundation/areas/public.ts";
import { askOnce, command, query } from "#foundation/authority/public.ts";
import { listOrganisations } from "#foundation/organisations/public.ts";
import { choice, count, decimal, files, longText, many, text } from "#platform/kernel/form-fields.ts";
import { newId } from "#platform/kernel/ids.ts";
import { conflict, invalid, notFound, ok, type Result } from "#platform/kernel/result.ts";
import { listTarget, pageOf } from "#platform/lists/list.ts";
import type { SurveyPermit } from "../access.ts";
import { findSurvey, lockSurvey, updateSurvey } from "../design/survey.store.server.ts";
import { readBank } from "../model/bank.usecases.server.ts";
import { NOTED, type Survey, type Unit, WAYS } from "../model/survey.schema.ts";
import { ofSurvey } from "../target.usecases.server.ts";
import { UNITS } from "./frame.present.ts";
import {
  type FrameTable,
  type ReadUnit,
  readFrameFile,
  readFrameText,
} from "./frame-file.usecases.server.ts";
import { draw, drawingRefused } from "./sample.rules.ts";
import {
  countUnits,
  findUnit,
  insertUnits,
  lockHeldUnit,
  selectUnitPage,
  selectUnits,
  updateSample,
  updateUnit,
} from "./unit.store.server.ts";

export const listFrame = query({
  name: "frame.list",
  ...ofSurvey({ list: listTarget(UNITS) }),
  async run(permit, { survey: id, list }) {
    const survey = await findSurvey(permit, id);
    if (!survey) return notFound("survey");
    const counts = await countUnits(permit, id);
    const sum = (fits: (one: (typeof counts)[number]) => boolean) =>
      counts.filter(fits).reduce((all, one) => all + one.count, 0);
    return ok({
      survey: {
        ...{ id, title: survey.title, state: survey.state, kind: survey.kind, sampling: survey.sampling },
        partner: survey.partnerId !== null,
      },
      all: sum(() => true),
      sampled: sum((one) => one.sampled),
      rates: readBank().rates,
      ...pageOf(UNITS, list, await selectUnitPage(permit, id, list)),
    });
  },
});

/** A frame changes until its sample is drawn and sent. */
async function changeable(permit: SurveyPermit, id: string): Promise<Result<Survey>> {
  const survey = await lockSurvey(permit, id);
  if (!survey) return notFound("survey");
  return survey.state === "draft" ? ok(survey) : conflict("調査を始めた後は、対象の名簿を変更できません。");
}

/** Takes in what is not there yet; lines that can't be taken are told, and left aside once somebody says so. */
async function take(permit: SurveyPermit, id: string, table: FrameTable | string, field: string) {
  if (typeof table === "string") return invalid({ [field]: [table] });
  const { units, wrong } = table;
  if (units.length === 0)
    return invalid({ [field]: wrong.length > 0 ? mends(wrong) : ["取り込める行がありません。"] });
  const meant = askOnce(permit, {
    [field]: wrong.length === 0 ? [] : [`次の行を除いて、${units.length}件を登録しますか。`, ...mends(wrong)],
  });
  if (!meant.ok) return meant;
  return ok({ added: await add(permit, id, units) });
}

const mends = (wrong: FrameTable["wrong"]) => [
  ...wrong.slice(0, 20).map(({ line, mend }) => `${line}行目: ${mend}`),
  ...(wrong.length > 20 ? [`ほか${wrong.length - 20}行`] : []),
];

async function add(permit: SurveyPermit, id: string, units: readonly ReadUnit[]): Promise<number> {
  const there = await selectUnits(permit, id);
  const held = new Set(there.map(({ name, address }) => `${name}\n${address}`));
  const fresh = units.filter(({ name, address = "" }) => !held.has(`${name}\n${address}`));
  const last = there.at(-1)?.number ?? 0;
  await insertUnits(
    permit,
    id,
    fresh.map((unit, index) => ({ ...unit, id: newId() as string, number: last + index + 1 })),
  );
  return fresh.length;
}

export const takeFrame = command({
  name: "frame.take",
  takesFiles: true,
  ...ofSurvey(),
  input: z.object({ file: files("名簿のファイル") }),
  async run(permit, { survey: id, file }) {
    const survey = await changeable(permit, id);
    return survey.ok ? take(permit, id, await readFrameFile(file[0]!), "file") : survey;
  },
});

export const addToFrame = command({
  name: "frame.add",
  ...ofSurvey(),
  input: z.object({
    from: choice("追加する方法", ["typed", "organisations", "partner"]),
    lines: longText("事業所", { optional: true, most: 100_000 }),
  }),
  async run(permit, { survey: id, from, lines }) {
    const survey = await changeable(permit, id);
    if (!survey.ok) return survey;
    if (from === "typed") return take(permit, id, readFrameText(lines), "lines");
    if (from === "partner") {
      const { partnerId } = survey.value;
      if (!partnerId) return invalid({ from: ["この調査には、対応する事業所の調査が設定されていません。"] });
      const asked = (await selectUnits(permit, partnerId)).filter((one) => one.sampled);
      return ok({ added: await add(permit, id, asked.map(plainUnit)) });
    }
    const known = await listOrganisations(permit, { area: permit.subject.area, sector: "workplace" });
    const towns = await municipalitiesOf(permit, permit.subject.area);
    const units = known.map(
      ({ name, postalCode, address, email, phone }): ReadUnit => ({
        ...{ name, postalCode, address, email, phone },
        town: towns.find((one) => address.includes(one.name))?.name ?? "",
        way: email ? "mail" : "letter",
      }),
    );
    return ok({ added: await add(permit, id, units) });
  },
});

/** What a list says of a workplace, without what became of it in another survey. */
const plainUnit = (one: Unit): ReadUnit => ({
  ...{ name: one.name, contact: one.contact, postalCode: one.postalCode, address: one.address },
  ...{ email: one.email, phone: one.phone, workers: one.workers, way: one.way },
  ...{ sizeClass: one.sizeClass, industry: one.industry, town: one.town },
});

const STRATA = ["sizeClass", "industry", "town"] as const;

/** Draws the sample. How wide the intervals will be is told first, for the replies to expect. */
export const drawSample = command({
  name: "frame.draw",
  ...ofSurvey(),
  input: z.object({
    way: choice("抽出の方法", ["all", "random", "stratified"]),
    size: count("調査数", { optional: true }),
    seed: text("乱数の種", { most: 40 }),
    by: many("層の分け方", STRATA, { optional: true }),
    allocation: choice("標本の割り当て", ["proportional", "neyman", "hand"], { optional: true }),
    hand: longText("層ごとの数", { optional: true }),
    oversampling: decimal("小規模の倍率", { optional: true, least: 1, most: 10 }),
    rate: decimal("回答率の見込み", { optional: true, least: 1, most: 100 }),
  }),
  async run(permit, { survey: id, hand, size, rate, oversampling, allocation, ...wish }) {
    const survey = await changeable(permit, id);
    if (!survey.ok) return survey;
    const units = await selectUnits(permit, id);
    if (units.length === 0) return conflict("先に、対象の事業所を登録してください。");
    if (wish.way !== "all" && !size && allocation !== "hand")
      return invalid({ size: ["調査数を、1以上の整数で入力してください。"] });
    const byHand = new Map(
      hand.split("\n").flatMap((line) => {
        const [, name, number] = /^(.+?)[\s=＝:：]+([\d０-９,]+)$/.exec(line.trim()) ?? [];
        return name && number ? [[name, Number(number.normalize("NFKC").replaceAll(",", ""))] as const] : [];
      }),
    );
    const drawing = {
      ...wish,
      size: size ?? units.length,
      allocation: allocation ?? "proportional",
      hand: byHand,
      oversampling: oversampling ?? 1,
    };
    const refused = drawingRefused(drawing);
    if (refused) return invalid({ allocation: [refused] });
    const { drawn, strata, sampling } = draw(units, drawing);
    if (drawn.length === 0)
      return invalid({ hand: ["層の名前と数を「1～4人 200」のように入力してください。"] });
    const replies = Math.max(1, Math.round((drawn.length * (rate ?? 16.9)) / 100));
    const reach = expectedReach(Math.min(replies, units.length), units.length) * 100;
    const told = `${drawn.length.toLocaleString("ja-JP")}件に発送し、回答は約${replies.toLocaleString("ja-JP")}件、割合の誤差は最大で±${reach.toFixed(1)}ポイントの見込みです。`;
    const unknown =
      wish.way === "stratified" ? units.filter((one) => wish.by.some((key) => !one[key])).length : 0;
    const apart = `層の分け方に使う項目が空欄の事業所が${unknown}件あり、「不明」の層になります。名簿に規模・業種・市区町村を入力すると、層に分かれます。`;
    const meant = askOnce(permit, { size: unknown > 0 ? [told, apart] : [told] });
    if (!meant.ok) return meant;
    await updateSample(permit, id, strata, drawn);
    await updateSurvey(permit, id, { sampling });
    return ok({ drawn: drawn.length, reach });
  },
});

/** Notes what became of a unit that did not answer by itself. */
export const noteUnit = command({
  name: "unit.note",
  ...ofSurvey(),
  input: z.object({
    number: count("番号", { least: 1 }),
    disposition: choice("状況", NOTED),
    way: choice("送付方法", WAYS, { optional: true }),
  }),
  async run(permit, { survey: id, number, disposition, way }) {
    const survey = await findSurvey(permit, id);
    const named = survey && (await findUnit(permit, id, number));
    // Held, so that an answer that comes at this moment is not noted away.
    const unit = named && (await lockHeldUnit(permit, named.id));
    if (!survey || !unit) return invalid({ number: [`番号${number}の事業所はありません。`] });
    // Also an answer in part is an answer: noted as refused it would be counted on neither side.
    if (unit.disposition === "complete" || unit.disposition === "partial")
      return invalid({
        number: [`番号${number}の事業所は回答済み（一部回答を含む）のため、状況を変更できません。`],
      });
    await updateUnit(permit, unit.id, { disposition, ...(way ? { way } : {}) });
    return ok({ id });
  },
});
