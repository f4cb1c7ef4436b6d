import { areaIdOfCode, findArea, getAreas } from "#foundation/areas/public.ts";
import type { CsvRecord } from "#platform/files/csv-reader.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { keep } from "#platform/tables/text.ts";
import type { AreasByText, NamedArea } from "../../rows/schema.ts";
import type { FigureTaking } from "../rules.ts";

/** More different texts than there are areas: the column holds something else, and need not be remembered. */
const TEXTS_KEPT = 20_000;
const IS_ID = /^(\d{2}|\d{5})$/;
const IS_CODE = /^\d{6}$/;

/** Finds the areas that a file names, each text once. */
export class AreaFinder {
  readonly found: AreasByText;
  readonly #found = new Map<string, NamedArea | undefined>();
  readonly #beside: FigureTaking["beside"];
  readonly #reach: ReadonlySet<AreaId> | "all";

  constructor({ beside, batch: { reach } }: Pick<FigureTaking, "beside" | "batch">) {
    this.#beside = beside;
    this.#reach = reach === "all" ? "all" : new Set(reach);
    this.found = this.#found;
  }

  /** Afterwards `found` knows every text of that column in these records. */
  async learn(records: readonly CsvRecord[], column: number): Promise<void> {
    const unknown = new Set<string>();
    let last: string | undefined;
    for (const { cells } of records) {
      const text = cells[column];
      if (text !== undefined && text !== last && !this.#found.has(text)) unknown.add(text);
      last = text;
    }
    if (unknown.size === 0) return;
    if (this.#found.size + unknown.size > TEXTS_KEPT) {
      this.#found.clear();
      for (const { cells } of records) if (cells[column] !== undefined) unknown.add(cells[column]);
    }
    await this.#look([...unknown]);
  }

  async one(text: string): Promise<NamedArea | undefined> {
    if (!this.#found.has(text)) await this.#look([text]);
    return this.#found.get(text);
  }

  async #look(texts: readonly string[]): Promise<void> {
    // The import's own connection is busy with the figures that were read before.
    await this.#beside(async (permit) => {
      const ids = new Map<string, AreaId>();
      for (const text of texts) {
        const id = IS_ID.test(text) ? (text as AreaId) : IS_CODE.test(text) ? areaIdOfCode(text) : undefined;
        if (id) ids.set(text, id);
      }
      const byId = await getAreas(permit, [...new Set(ids.values())]);
      for (const text of texts) {
        const id = ids.get(text);
        const area = (id && byId.get(id)) ?? (text.trim() === "" ? undefined : await findArea(permit, text));
        this.#found.set(
          keep(text),
          area && { id: area.id, kind: area.kind, reached: this.#reaches(area.id) },
        );
      }
    });
  }

  #reaches(id: AreaId): boolean {
    return this.#reach === "all" || this.#reach.has(id);
  }
}
