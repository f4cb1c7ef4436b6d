import type { Actor } from "#foundation/actors/public.ts";
import type { App } from "#platform/app.ts";
import { type AreaId, newId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { saveKit, saveModel, saveOffice, saveUnit } from "./keeping/stock.usecases.server.ts";

type By = Readonly<{ app: App; area: AreaId; by: Actor }>;

export const anOffice = {
  ...{ name: "浜田保健所", place: "1階 窓口", phone: "0855-00-0000", borrowers: "圏域の事業所・団体" },
  ...{
    leadDays: "3",
    aheadDays: "180",
    mostDays: "10",
    countsOpen: "true",
    openOn: ["1", "2", "3", "4", "5"],
  },
  ...{ closedOn: "", opens: "09:00", closes: "17:00" },
};
export const aModel = (office: string) => ({
  ...{
    office,
    kind: "pedometer",
    name: "歩数計",
    bufferHours: "0",
    accessories: "ケース\n説明書",
    lent: "true",
  },
});

export async function makeOffice({ app, area, by }: By, change: object = {}): Promise<string> {
  const id = newId() as string;
  expectOk(await saveOffice(app, by, { area, id }, { ...anOffice, ...change }));
  return id;
}

/** A model with so many units. */
export async function makeModel(at: By, office: string, units: number, change: object = {}) {
  const { app, area, by } = at;
  const id = newId() as string;
  expectOk(await saveModel(app, by, { area, id }, { ...aModel(office), ...change }));
  const made: string[] = [];
  for (let n = 0; n < units; n++) {
    const unit = newId() as string;
    expectOk(await saveUnit(app, by, { area, id, unit }, { number: `N-${newId()}` }));
    made.push(unit);
  }
  return { id, units: made };
}

export async function makeKit(
  { app, area, by }: By,
  office: string,
  parts: readonly (readonly [string, number])[],
) {
  const id = newId() as string;
  const rows = Object.fromEntries(
    parts.flatMap(([model, count], n) => [
      [`parts.${n}.model`, model],
      [`parts.${n}.count`, String(count)],
    ]),
  );
  expectOk(await saveKit(app, by, { area, id }, { office, name: "減塩セット", ...rows }));
  return id;
}

/** What is typed of a wish: from Friday to Monday, over a weekend on which the office is closed. */
export const aWish = (wants: Readonly<Record<string, number>>, change: object = {}) => ({
  ...Object.fromEntries(Object.entries(wants).map(([id, count]) => [`want-${id}`, String(count)])),
  ...{ from: "2026-12-04", fromTime: "10:00", until: "2026-12-07", untilTime: "10:00" },
  ...{
    workplace: "石見窯業所",
    contact: "健康管理の担当",
    email: `${newId()}@example.jp`,
    purpose: "歩く習慣づくり",
  },
  once: newId() as string,
  ...change,
});
