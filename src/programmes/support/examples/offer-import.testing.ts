import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ExamplePlace, Examples } from "#foundation/authority/testing.ts";
import { newImportId } from "#foundation/tables/public.ts";
import { newId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import type { Wish } from "#platform/tables/import.ts";
import { columnField } from "#platform/tables/messages.ts";
import { meaningValue } from "#platform/tables/present.ts";
import {
  beginOfferImport,
  cancelOfferImport,
  runOfferImport,
} from "../offers/offer-import.usecases.server.ts";

const HEAD = ["名前", "機関名", "種類"];
const tableRow = () => [`見本の講座 ${newId()}`, "登録のない機関", "出前講座"];

/** A table of offers, brought in by the secretariat as far as that; one that is over was given up. */
const imported =
  (
    wish: Wish,
    { run = true, input = () => ({}) }: { run?: boolean; input?: (path: string) => unknown } = {},
  ): Examples[string] =>
  async ({ app, area, secretariat, state }) => {
    if (state === "deleted") return undefined;
    const id = newImportId();
    const path = join(await mkdtemp(join(tmpdir(), "yui-import-example-")), "offers.csv");
    await writeFile(path, `${HEAD.join(",")}\n${tableRow().join(",")}\n`);
    const begun = state === "ended" ? "check" : wish;
    const file = { path, name: "offers.csv" };
    expectOk(await beginOfferImport(app, secretariat, { id, area }, file, { wish: begun }));
    if (state === "ended") expectOk(await cancelOfferImport(app, secretariat, { id, area }));
    else if (run) await runOfferImport(app, { id }, path);
    return { target: { id, area }, input: input(path) };
  };

const standing =
  (target: (place: ExamplePlace) => object): Examples[string] =>
  async (place) =>
    place.state === "standing" ? ({ target: target(place) } as never) : undefined;

const matched = Object.fromEntries(
  ["title", "organisation", "kind"].map((role, at) => [columnField(at), meaningValue({ role })]),
);

/** How the role matrix tries the import of offers. */
export const offerImportExamples: Examples = {
  "offer-import.begin": async ({ area, state }) =>
    state === "standing"
      ? {
          target: { area, id: newImportId() },
          input: {
            file: {
              name: "offers.csv",
              encoding: "UTF-8",
              delimiter: ",",
              bytes: 80,
              sha256: "0".repeat(64),
              sheets: [],
              sheet: null,
              bands: [
                {
                  from: 1,
                  to: 2,
                  lines: [HEAD, tableRow()].map((cells, index) => ({ line: index + 1, cells })),
                },
              ],
            },
            choices: {},
          },
        }
      : undefined,
  "offer-import.list": standing(({ area }) => ({ area })),
  "offer-import.list-under-way": standing(() => ({})),
  "offer-import.read": imported("check"),
  "offer-import.read-rejected": imported("check"),
  "offer-import.match": imported("check"),
  "offer-import.check": imported("check", { input: () => matched }),
  "offer-import.take": imported("check", { input: () => ({ goodRowsOnly: "yes" }) }),
  "offer-import.cancel": imported("check"),
  "offer-import.run": imported("check", { run: false, input: (path) => ({ path }) }),
  "offer-import.fail": imported("check", { run: false, input: () => ({ problem: "見本" }) }),
  "offer-import.withdraw": imported("take-good"),
};
