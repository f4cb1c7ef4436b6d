import { municipalitiesOf, placeIndex, readPlaces } from "#foundation/areas/public.ts";
import { awaitedLater } from "#platform/kernel/awaited-later.ts";
import { OpenPlaces, type Question } from "#platform/tables/questions.ts";
import { FileStopped, type RowTaker, type Taking } from "#platform/tables/table-in.ts";
import type { CheckupPermit } from "../access.ts";
import { AGREEMENT_ERRORS } from "../agreements/provider-agreement.messages.ts";
import { isInForce, isStatutoryOnly } from "../agreements/provider-agreement.rules.ts";
import type { Agreement } from "../agreements/provider-agreement.schema.ts";
import { findAgreement } from "../agreements/provider-agreement.store.server.ts";
import { addCounts, selectMeans } from "../cube/cube.store.server.ts";
import { KeySet } from "../cube/key-set.rules.ts";
import { Tally } from "../cube/tally.rules.ts";
import { CHECKUP_ITEMS } from "../data/checkup-item.schema.ts";
import { insertColumns } from "./checkup-column.store.server.ts";
import { createTouched, standsAny, touch, touchKnown } from "./record.store.server.ts";
import type { ColumnMeaning, RecordChoices } from "./record-column.schema.ts";
import { compareMeans, type Drift } from "./record-drift.rules.ts";
import { RECORD_ASK, RECORD_MEND, RECORD_STOP } from "./record-import.messages.ts";
import { copyRecords, createRecordStaging, RecordLines } from "./record-lines.store.server.ts";
import { planRecords } from "./record-plan.rules.ts";
import { type ReadRecord, type RowContext, rowReader } from "./record-row.rules.ts";
import { settleTouched } from "./record-settle.usecases.server.ts";

/** Rows that go to the database together, while the next are read. */
const PORTION_ROWS = 20_000;
const PLACES_KEPT = 20_000;
/** The question which of two rows of one person and day counts. */
const DIFFERENT = "different-rows";
/** Above this share of rows with impossible values the file stops; a few slips of a small file are no reason. */
const MOST_IMPLAUSIBLE = 0.01;
const LEAST_STOPPING = 3;
export type RecordTaking = Taking<CheckupPermit, ColumnMeaning, RecordChoices>;
export type RecordChanges = Readonly<{
  records: number;
  years: readonly number[];
  left: readonly string[];
  drift: readonly Drift[];
}>;

async function contextOf({ permit, batch }: RecordTaking, agreement: Agreement): Promise<RowContext> {
  const index = await placeIndex(permit);
  const inside = new Set<string>((await municipalitiesOf(permit, batch.areaId)).map(({ id }) => id));
  const known = new Map<string, ReturnType<RowContext["placeOf"]>>();
  const find = (text: string): ReturnType<RowContext["placeOf"]> => {
    const read = readPlaces(index, [text]);
    if (read.is !== "area") return { mend: RECORD_MEND.unknownPlace };
    return inside.has(read.area.id) || read.area.id === batch.areaId
      ? { id: read.area.id }
      : { apart: "elsewhere" };
  };
  const { municipality = "", voluntary = false, workplaceSize } = batch.choices;
  return {
    ...{ provider: agreement.kind, voluntary, municipality, size: Number(workplaceSize ?? 0) || 0 },
    statutoryOnly: isStatutoryOnly(agreement),
    today: permit.clock.today(),
    placeOf(text) {
      const held = known.get(text);
      if (held) return held;
      if (known.size >= PLACES_KEPT) known.clear();
      const found = find(text);
      known.set(text, found);
      return found;
    },
  };
}

/** Reads the records of a file, sends them in portions, counts them on the way, and puts in order what stood before. */
export async function openRecords(taking: RecordTaking): Promise<RowTaker> {
  const { permit, batch } = taking;
  const agreement = await findAgreement(permit, batch.choices.agreement ?? "");
  if (!agreement) throw new FileStopped(AGREEMENT_ERRORS.none);
  // It may have ended since the file was brought.
  const today = permit.clock.today();
  if (!isInForce(agreement, today)) throw new FileStopped(AGREEMENT_ERRORS.notInForce(agreement.provider));
  const plan = planRecords(batch.header!, batch.mapping!, new Set(agreement.items));
  const read = rowReader(plan, await contextOf(taking, agreement));
  const answers = batch.choices.answers ?? {};
  const open = new OpenPlaces();
  const tally = new Tally();
  const seen = new KeySet();
  const again: Pick<ReadRecord, "fiscalYear" | "personKey">[] = [];
  const years = new Set<number>();
  const lines = new RecordLines(batch, agreement.id, plan.kept);
  let under: Promise<void> = Promise.resolve();
  let [rows, records, implausible] = [0, 0, 0];
  await createRecordStaging(permit);
  await insertColumns(permit, batch, plan.kept);

  const send = async () => {
    await under;
    under = awaitedLater(copyRecords(permit, lines.take()));
  };
  return {
    take({ line, cells }) {
      rows += 1;
      const row = read(line, cells);
      switch (row.is) {
        case "skipped":
          return "skipped";
        case "apart":
          return { apart: row.kind };
        case "identified":
          throw new FileStopped(RECORD_STOP.identified([row.column]));
        case "wrong":
          if (row.implausible) implausible += 1;
          return row.problems;
      }
      let left = false;
      for (const { key, column, raw } of row.odd) {
        open.note(`odd-${key}`, line, column, raw);
        if (answers[`odd-${key}`] === "leave") left = true;
      }
      if (left) return { apart: "odd" };
      const { record } = row;
      tally.add(record);
      lines.push(record);
      records += 1;
      years.add(record.fiscalYear);
      if (seen.seen(record.personKey, record.fiscalYear))
        again.push({ fiscalYear: record.fiscalYear, personKey: record.personKey });
      return undefined;
    },
    flush: async () => {
      if (lines.size >= PORTION_ROWS) await send();
    },
    async end() {
      if (lines.size > 0) await send();
      await under;
      if (implausible >= LEAST_STOPPING && implausible > rows * MOST_IMPLAUSIBLE)
        throw new FileStopped(RECORD_STOP.implausible(implausible, rows));
      await createTouched(permit);
      if (years.size > 0 && (await standsAny(permit, batch, agreement.id, [...years])))
        await touchKnown(permit, batch, agreement.id);
      await touch(permit, again);
      const settled = await settleTouched(permit, batch.areaId, agreement.id, {
        ...{ id: batch.id, tally },
        chosen:
          answers[DIFFERENT] === "first" || answers[DIFFERENT] === "last" ? answers[DIFFERENT] : undefined,
      });
      await addCounts(permit, { areaId: batch.areaId, importId: batch.id, agreement: agreement.id }, tally);
      const drift = await driftOf(permit, batch.id, agreement.id, tally, years);
      const { changed, unchanged, repeated, passedOver, contradicting } = settled;
      const changes: RecordChanges = { records, years: [...years].sort(), left: plan.left, drift };
      return {
        added: records - changed - unchanged - repeated - passedOver - contradicting.length,
        ...{ changed, unchanged, changes },
        questions: questionsOf(
          open,
          drift,
          answers[DIFFERENT] ? passedOver + contradicting.length : contradicting.length,
        ),
        apart: { ...(repeated > 0 ? { repeated } : {}), ...(passedOver > 0 ? { passedOver } : {}) },
        late: {
          count: contradicting.length,
          problems: new Map(
            contradicting.map((line) => [
              line,
              (cells: readonly string[]) => ({
                column: batch.header![plan.at.exam_day!]!,
                value: cells[plan.at.exam_day!] ?? "",
                mend: RECORD_MEND.contradicting,
              }),
            ]),
          ),
        },
      };
    },
  };
}

async function driftOf(
  permit: CheckupPermit,
  id: string,
  agreement: string,
  tally: Tally,
  years: ReadonlySet<number>,
): Promise<readonly Drift[]> {
  if (years.size === 0) return [];
  const before = await selectMeans(permit, agreement, Math.min(...years) - 1, id);
  return compareMeans(tally, before);
}

function questionsOf(open: OpenPlaces, drift: readonly Drift[], different: number): Question[] {
  const which = {
    ...{ key: DIFFERENT, ask: RECORD_ASK.different, places: different, examples: [] },
    options: [
      { value: "leave", label: RECORD_ASK.differentLeave },
      { value: "first", label: RECORD_ASK.differentFirst },
      { value: "last", label: RECORD_ASK.differentLast },
    ],
  };
  return [
    ...(different > 0 ? [which] : []),
    ...CHECKUP_ITEMS.flatMap(({ key, label }) =>
      open.ask(`odd-${key}`, {
        ask: RECORD_ASK.odd(label),
        options: [
          { value: "keep", label: RECORD_ASK.keep },
          { value: "leave", label: RECORD_ASK.leave },
        ],
      }),
    ),
    ...drift
      .filter(({ far }) => far)
      .map(({ item, label, persons }) => ({
        key: `drift-${item}`,
        ask: RECORD_ASK.drift(label),
        places: persons,
        examples: [],
        options: [{ value: "keep", label: RECORD_ASK.driftKeep }],
      })),
  ];
}
