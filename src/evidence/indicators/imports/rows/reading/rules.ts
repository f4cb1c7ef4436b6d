import { isDitto, plainCell } from "#platform/tables/cells.ts";
import { plainName } from "#platform/tables/columns.ts";
import { type Answers, Aside, OpenPlaces, type Question } from "#platform/tables/questions.ts";
import type { Indicator } from "../../../dictionary/schema.ts";
import { ASK, CARRIED_LABEL } from "../messages.ts";
import type { CarriedRole, RowPlan } from "../plan/rules.ts";
import type { Block } from "../schema.ts";

const NONE: readonly never[] = [];
const DITTO = "〃";
const PREFECTURE = /^(\d{2}|\d{2}0{3}\d?|.{2,3}[都道府県])$/;

/** A name in so many rows is an item of the file, in fewer it may be a slip of the pen. */
const ROWS_ASKED = 10;
const NAMES_ASKED = 200;
const indicatorKey = (text: string) => `indicator:${plainName(plainCell(text)).slice(0, 60)}`;

/** What is known of a file while its rows are read: what stood above, what is open, what is left aside. */
export class Reading {
  readonly open = new OpenPlaces();
  readonly aside = new Aside();
  readonly answers: Answers;
  /** Of which a row contradicts itself. */
  readonly contradicted: Block[] = [];
  /** Whether the row that is read does. */
  contradicts = false;
  readonly #plan: RowPlan;
  readonly #above: (string | undefined)[] = [];
  readonly #worded = new Set<CarriedRole>();
  readonly #blank = new Set<CarriedRole>();
  readonly #printed = new Map<Indicator, { below: number; above: number }>();
  readonly #unknown = new Map<string, string>();
  readonly #leaves: ReadonlySet<string>;
  #empty: readonly Readonly<{ at: number; role: CarriedRole }>[] = NONE;

  constructor(plan: RowPlan, answers: Answers = {}) {
    this.#plan = plan;
    this.answers = answers;
    this.#leaves = new Set(
      Object.keys(answers).filter((key) => /^indicator:/.test(key) && answers[key] === "leave"),
    );
  }

  /**
   * The cells with what a sign for "as above" repeats, and what an empty cell repeats where it was answered so. An empty
   * cell in a column that has words in other rows may be a merged one: what it means is asked.
   */
  filled(cells: readonly string[]): readonly string[] {
    this.#empty = NONE;
    this.contradicts = false;
    let filled: string[] | undefined;
    for (const { at, role } of this.#plan.carried) {
      const cell = cells[at];
      if (cell === undefined || (cell !== "" && cell === this.#above[at])) continue;
      const blank = cell === "" || cell.trim() === "";
      if (!blank && !isDitto(cell)) {
        if (role !== "area_part") this.#worded.add(role);
        this.#above[at] = cell;
        continue;
      }
      if (blank) {
        if (!this.#saysLess(cells, role)) continue;
        this.#empty = [...this.#empty, { at, role }];
        if (this.answers[`blank-${role}`] !== "above") continue;
      }
      filled ??= [...cells];
      // Where nothing stands above, the sign stays, which no reader takes for a word.
      filled[at] = this.#above[at] ?? DITTO;
    }
    return filled ?? cells;
  }

  /** Notes the empty cells of the row that was filled last: it tells something. */
  told(line: number): void {
    for (const { at, role } of this.#empty) {
      this.#blank.add(role);
      this.open.note(`blank-${role}`, line, this.#plan.header[at] ?? "", "");
    }
  }

  /** Whether the row that was filled last has an empty cell of those that are to be left. */
  isLeft = (): boolean => this.#empty.some(({ role }) => this.answers[`blank-${role}`] === "leave");

  /** An empty cell says nothing where another cell of the row says it: the prefecture of a new block, the era's year. */
  #saysLess(cells: readonly string[], role: CarriedRole): boolean {
    const { column, areaColumns, chosen } = this.#plan;
    const says = (at: number) => (cells[at] ?? "").trim() !== "";
    switch (role) {
      case "area":
      case "area_part": {
        // A code beside an empty name says enough; 鳥取県 beside an empty municipality is the prefecture, unless it
        // stands beside one in the row above already.
        if (areaColumns.every((at) => !says(at))) return role === "area";
        const beside = areaColumns.filter(says);
        return (
          this.#above.length > 0 &&
          beside.length < areaColumns.length &&
          beside.every((at) => this.#above[at] === cells[at]) &&
          beside.every((at) => PREFECTURE.test(cells[at]!.trim()))
        );
      }
      case "fiscal_year":
      case "era_year":
      case "as_of":
        return ![column.fiscal_year, column.era_year, column.as_of].some((at) => at >= 0 && says(at));
      case "indicator":
        return chosen.indicator === undefined;
      case "source":
        return chosen.source === undefined;
      default:
        return true;
    }
  }

  /** Whether the rows of that name are left aside by an answer. */
  leavesIndicator = (text: string): boolean => this.#leaves.size > 0 && this.#leaves.has(indicatorKey(text));

  /** Notes a name that no indicator has: of a survey's many items some are not among ours. */
  unknownIndicator(text: string, line: number): void {
    const key = indicatorKey(text);
    if (this.#unknown.size >= NAMES_ASKED && !this.#unknown.has(key)) return;
    this.#unknown.set(key, plainCell(text));
    this.open.note(key, line, this.#plan.header[this.#plan.column.indicator] ?? "", text);
  }

  #unknownNames(): Question[] {
    return [...this.#unknown]
      .flatMap(([key, name]) => this.open.ask(key, ASK.indicator(name)))
      .filter(({ places }) => places >= ROWS_ASKED);
  }

  /** Notes a printed percentage: where no one of a file is above 1, they may be shares. */
  printed(indicator: Indicator, value: number, line: number, column: string): void {
    if (indicator.unit !== "percent") return;
    const held = this.#printed.get(indicator) ?? { below: 0, above: 0 };
    this.#printed.set(indicator, held);
    if (Math.abs(value) > 1) held.above += 1;
    else if (!Number.isInteger(value)) {
      held.below += 1;
      if (held.above === 0) this.open.note(`share-${indicator.code}`, line, column, String(value));
    }
  }

  isShare = (indicator: Indicator): boolean => this.answers.share === "share" && indicator.unit === "percent";

  /** What the rows left open, in the order in which they are asked. */
  questions(): Question[] {
    const blank = [...this.#blank]
      .filter((role) => role === "area_part" || this.#worded.has(role))
      .flatMap((role) => this.open.ask(`blank-${role}`, ASK.blank(CARRIED_LABEL[role], role)));
    const shares = [...this.#printed].flatMap(([indicator, { below, above }]) =>
      below > 0 && above === 0 ? this.open.ask(`share-${indicator.code}`, ASK.share) : [],
    );
    const [first] = shares;
    return [
      ...blank,
      ...(first
        ? [{ ...first, key: "share", places: shares.reduce((sum, one) => sum + one.places, 0) }]
        : []),
      ...this.#unknownNames(),
      ...this.open.ask("early", ASK.early).filter(({ places }) => places >= ROWS_ASKED),
      ...this.open.ask("mark", ASK.mark),
      ...this.open.ask("unit", ASK.unit),
    ];
  }
}
