import { beforeAll, describe, expect, it } from "vitest";
import { VISITOR } from "#foundation/actors/public.ts";
import { loadReferenceAreas, type PlaceIndex, placeIndex } from "#foundation/areas/public.ts";
import { testApp } from "#test/app.ts";
import { withPermit } from "#test/permit.ts";
import { readFile, shown } from "./testing.ts";

const app = testApp();
let index: PlaceIndex;
beforeAll(async () => {
  await loadReferenceAreas(app);
  index = await withPermit(app, VISITOR, placeIndex);
});

/** So many corrupted files are read; YUI_CORRUPTIONS sets another number. */
const FILES = Number(process.env.YUI_CORRUPTIONS ?? 10_000);

type Chance = { below(n: number): number; of<T>(some: readonly T[]): T };
/** Chance by a seed: the same files in every run. */
function chanceOf(seed: number): Chance {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (n: number) => Math.floor(next() * n);
  return { below, of: (some) => some[below(some.length)]! };
}

/** A good table as offices publish them: names beside codes, eras beside years, totals beside parts. */
type Table = { head: string[]; rows: string[][]; figures: readonly string[]; labels: readonly string[] };

const AREAS = [
  ["島根県", "322024", "浜田市"],
  ["島根県", "322032", "出雲市"],
  ["神奈川県", "141500", "相模原市"],
  ["東京都", "132063", "府中市"],
  ["広島県", "342084", "府中市"],
] as const;
const AGES = ["総数", "0-64歳", "65歳以上"];
const SEXES = ["総数", "男", "女"];
const LABELS = ["年度", "和暦", "都道府県", "市区町村コード", "市区町村名", "性別", "年齢"];

function goodTable(chance: Chance): Table {
  const rates = chance.below(2) === 1;
  const areas = [chance.of(AREAS.slice(0, 3)), chance.of(AREAS.slice(3))];
  const first = 2005 + chance.below(15);
  const rows: string[][] = [];
  for (const area of areas) {
    const size = 2000 + chance.below(40_000);
    for (const year of [first, first + 1]) {
      const cell = () => {
        const whole = size + chance.below(900);
        return [Math.floor(whole * (0.2 + chance.below(30) / 100)), whole] as const;
      };
      const parts = SEXES.map((_, sex) => AGES.map((_, age) => (sex * age > 0 ? cell() : ([0, 0] as const))));
      const sum = (sex: number, age: number, at: 0 | 1): number =>
        [1, 2].reduce(
          (all, s) =>
            all +
            [1, 2].reduce(
              (a, g) => a + ((sex === 0 || s === sex) && (age === 0 || g === age) ? parts[s]![g]![at] : 0),
              0,
            ),
          0,
        );
      SEXES.forEach((sex, s) => {
        AGES.forEach((age, a) => {
          const [n, d] = [sum(s, a, 0), sum(s, a, 1)];
          const figures = rates ? [String(n), String(d), ((n / d) * 100).toFixed(1)] : [String(n)];
          rows.push([String(year), era(year), ...area, sex, age, ...figures]);
        });
      });
    }
  }
  const figures = rates ? ["分子", "分母", "喫煙率"] : ["人口"];
  return { head: [...LABELS, ...figures], rows, figures, labels: LABELS };
}

const era = (year: number) => (year >= 2019 ? `R${year - 2018}` : `H${year - 1988}`);

/** Years of decline, in which a lost sign shows. */
function declining(chance: Chance): Table {
  const [prefecture, code, name] = chance.of(AREAS);
  const rows = [2014, 2015, 2016, 2017].map((year) => [
    String(year),
    era(year),
    prefecture,
    code,
    name,
    String(-200 - chance.below(300)),
  ]);
  return {
    head: [...LABELS.slice(0, 5), "事業所数の増減（平成13年から）"],
    rows,
    figures: ["事業所数の増減（平成13年から）"],
    labels: LABELS.slice(0, 5),
  };
}

const textOf = ({ head, rows }: Table): string =>
  [head, ...rows].map((cells) => `${cells.join(",")}\n`).join("");
const at = (table: Table, name: string) => table.head.indexOf(name);
const anyRow = (table: Table, chance: Chance) => chance.of(table.rows);
const figureAt = (table: Table, chance: Chance) => at(table, chance.of(table.figures));
const changed = (text: string, change: (text: string) => string) => change(text);

/** What goes wrong with tables, by name. Each changes the table, or gives the text of the broken file. */
const KINDS: Readonly<Record<string, (table: Table, chance: Chance) => string | undefined>> = {
  "shifted cell": (table, chance) => {
    const row = anyRow(table, chance);
    row.splice(chance.below(row.length), 0, "");
    row.pop();
    return undefined;
  },
  "shifted column": (table, chance) => {
    const [column, from] = [chance.below(table.head.length), 1 + chance.below(table.rows.length - 1)];
    for (let row = table.rows.length - 1; row >= from; row--)
      table.rows[row]![column] = table.rows[row - 1]![column]!;
    return undefined;
  },
  "swapped columns": (table, chance) => {
    const [a, b] = [chance.below(table.head.length), chance.below(table.head.length)];
    [table.head[a], table.head[b]] = [table.head[b]!, table.head[a]!];
    return undefined;
  },
  "swapped cells": (table, chance) => {
    const [one, other] = [anyRow(table, chance), anyRow(table, chance)];
    const column = chance.below(table.head.length);
    [one[column], other[column]] = [other[column]!, one[column]!];
    return undefined;
  },
  "swapped cells of a row": (table, chance) => {
    const row = anyRow(table, chance);
    const [a, b] = [chance.below(row.length), chance.below(row.length)];
    [row[a], row[b]] = [row[b]!, row[a]!];
    return undefined;
  },
  "lost digit": (table, chance) => {
    const row = anyRow(table, chance);
    const column = figureAt(table, chance);
    row[column] = row[column]!.replace(/\d(?=\D*$)/, "");
    return undefined;
  },
  "nought too many": (table, chance) => {
    const row = anyRow(table, chance);
    const column = figureAt(table, chance);
    row[column] = `${row[column]}0`;
    return undefined;
  },
  "changed digit": (table, chance) => {
    const row = anyRow(table, chance);
    const column = figureAt(table, chance);
    row[column] = row[column]!.replace(/\d/, (digit) => String((Number(digit) + 1 + chance.below(8)) % 10));
    return undefined;
  },
  "merged cells": (table, chance) => {
    const column = at(table, chance.of(table.labels));
    for (const row of table.rows.filter((_, index) => index % 3 > 0)) row[column] = "";
    return undefined;
  },
  "empty cell": (table, chance) => {
    anyRow(table, chance)[chance.below(table.head.length)] = "";
    return undefined;
  },
  "wrong unit": (table, chance) => {
    const row = anyRow(table, chance);
    const column = figureAt(table, chance);
    row[column] = String(Number(row[column]) * chance.of([1000, 0.001, 0.01, 100]));
    return undefined;
  },
  "thousands in the head": (table) => {
    const column = at(table, table.figures[0]!);
    table.head[column] += "（千人）";
    for (const row of table.rows) row[column] = String(Math.round(Number(row[column]) / 1000));
    return undefined;
  },
  "unit in a cell": (table, chance) => {
    const row = anyRow(table, chance);
    const column = figureAt(table, chance);
    row[column] += chance.of(["千人", "%", "人", "万人", "円"]);
    return undefined;
  },
  "doubled row": (table, chance) => {
    const row = [...anyRow(table, chance)];
    if (chance.below(2) === 1) row[figureAt(table, chance)] += "1";
    table.rows.splice(chance.below(table.rows.length), 0, row);
    return undefined;
  },
  "other year": (table, chance) => {
    const column = at(table, chance.of(["年度", "和暦"]));
    const row = anyRow(table, chance);
    row[column] = changed(row[column]!, (year) =>
      year.replace(/\d$/, (digit) => String((Number(digit) + 1 + chance.below(8)) % 10)),
    );
    return undefined;
  },
  "other area": (table, chance) => {
    const row = anyRow(table, chance);
    const part = chance.below(3);
    row[2 + part] = chance.of(AREAS)[part]!;
    return undefined;
  },
  "other sex or age": (table, chance) => {
    const row = anyRow(table, chance);
    const sex = chance.below(2) === 1;
    row[at(table, sex ? "性別" : "年齢")] = chance.of(sex ? SEXES : AGES);
    return undefined;
  },
  "cut line": (table, chance) => {
    const text = textOf(table);
    return text.slice(0, text.length - 1 - chance.below(text.split("\n").at(-2)!.length));
  },
  "broken line": (table, chance) => {
    const text = textOf(table);
    const cut = text.indexOf("\n") + 1 + chance.below(text.length - text.indexOf("\n") - 2);
    return `${text.slice(0, cut)}\n${text.slice(cut)}`;
  },
  "lost line": (table, chance) => {
    table.rows.splice(chance.below(table.rows.length), 1);
    return undefined;
  },
  "comma in a figure": (table, chance) => {
    const row = anyRow(table, chance);
    const column = figureAt(table, chance);
    row[column] = row[column]!.replace(/^(\d+)(\d{3})/, "$1,$2");
    return undefined;
  },
  "open quote": (table, chance) => {
    const row = anyRow(table, chance);
    const column = chance.below(row.length);
    row[column] = `"${row[column]}`;
    return undefined;
  },
  "sign or mark": (table, chance) => {
    const row = anyRow(table, chance);
    const column = figureAt(table, chance);
    const sign = chance.of(["-", "…", "X", "***", "〃", "#N/A"]);
    const mark = chance.of(["r", "1) ", "*"]);
    row[column] = chance.below(2) === 1 ? sign : `${mark}${row[column]}`;
    return undefined;
  },
};

/** "asked", "refused", "right", or the figures that would be kept and are not so. */
function outcome(text: string, truth: ReadonlySet<string>): string {
  const file = readFile(index, text);
  if (file.refused !== undefined) return "refused";
  if (file.asked.length > 0) return "asked";
  const wrong = file.figures.map(shown).filter((figure) => !truth.has(figure));
  if (wrong.length > 0) return wrong.join("; ");
  return file.problems.length > 0 ? "refused" : "right";
}

const truthOf = (table: Table) => {
  const file = readFile(index, textOf(table));
  if (file.refused !== undefined || file.problems.length + file.asked.length > 0)
    throw new Error(`no good table: ${JSON.stringify(file).slice(0, 300)}`);
  // Where a count is missing, the printed rate alone is right too.
  const printed = file.figures.map((figure, row) =>
    shown({ ...figure, value: Number(table.rows[row]!.at(-1)) }),
  );
  return new Set([...file.figures.map(shown), ...printed]);
};

describe("a corrupted table", () => {
  const names = Object.keys(KINDS);

  it(`ends refused, asked or right, in ${FILES} files`, { timeout: 240_000 }, () => {
    const ends = new Map<string, Record<string, number>>();
    const wrong: string[] = [];
    let good!: Table;
    let truth!: ReadonlySet<string>;
    for (let seed = 1; seed <= FILES; seed++) {
      const chance = chanceOf(seed);
      // One good table is corrupted in each way.
      if (seed % names.length === 1) {
        good = goodTable(chance);
        truth = truthOf(good);
      }
      const table = { ...good, head: [...good.head], rows: good.rows.map((row) => [...row]) };
      const kind = names[seed % names.length]!;
      const end = outcome(KINDS[kind]!(table, chance) ?? textOf(table), truth);
      const counts = ends.get(kind) ?? { refused: 0, asked: 0, right: 0 };
      ends.set(kind, counts);
      if (end in counts) counts[end]! += 1;
      else wrong.push(`seed ${seed}, ${kind}: ${end}`);
    }
    if (process.env.YUI_CORRUPTIONS_SHOWN) console.table(Object.fromEntries(ends));
    expect(wrong.slice(0, 20)).toEqual([]);
    // A corruption that is never found would be none.
    for (const kind of names.filter((name) => name !== "lost line"))
      expect([kind, (ends.get(kind)?.refused ?? 0) + (ends.get(kind)?.asked ?? 0) > 0]).toEqual([kind, true]);
  });

  it("asks of a lost sign among years of decline", () => {
    for (let seed = 1; seed <= 200; seed++) {
      const chance = chanceOf(seed);
      const table = declining(chance);
      const truth = truthOf(table);
      const row = anyRow(table, chance);
      row[5] = row[5]!.replace("-", "");
      expect([seed, outcome(textOf(table), truth)]).toEqual([seed, "asked"]);
    }
  });
});
