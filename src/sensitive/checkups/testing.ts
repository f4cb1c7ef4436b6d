import type { Actor } from "#foundation/actors/public.ts";
import {
  type ExamplePlace,
  type Examples,
  type PageGuards,
  standing,
} from "#foundation/authority/testing.ts";
import { fileOf, newImportId } from "#foundation/tables/public.ts";
import { newId, type UserId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import type { ImportId } from "#platform/tables/import.ts";
import { AGREEMENT, agreementAt, bring, csvOf, keyOf, takeIn } from "./checkup.testing.ts";
import { CheckupQuestion } from "./questions/checkup-question.schema.ts";
import { saveQuestion } from "./questions/checkup-question.usecases.server.ts";

const analyst = ({ app, area, organisation }: ExamplePlace): Actor => ({
  kind: "person",
  userId: `example-analyst-${area}` as UserId,
  name: "analyst",
  memberships: [{ organisationId: organisation, role: "analyst", areas: [area] }],
  reach: [area],
  provenAt: app.clock.now(),
});

const FILE = csvOf(
  ["個人キー", "受診日", "年齢", "性別", "収縮期血圧", "拡張期血圧"],
  Array.from({ length: 12 }, (_, i) => [keyOf(`m${i}`), "2025-06-01", "55", "1", "120", "70"]),
);

const ofAgreement = (input?: unknown) =>
  standing(async (place) => ({
    target: { area: place.area, id: await agreementAt(place.app, analyst(place), place.area) },
    input,
  }));
const FILE_OF_IMPORT = { path: "" };
/** An import of the place, as far as `state` says. */
const ofImport = (state: "checking" | "ready" | "done", input?: unknown) =>
  standing(async (place) => {
    const actor = analyst(place);
    const agreement = await agreementAt(place.app, actor, place.area);
    const brought = { app: place.app, actor, area: place.area, agreement };
    const wish = state === "checking" ? "check" : undefined;
    const id =
      state === "done"
        ? await takeIn(brought, FILE)
        : expectOk(await bring(brought, FILE, "kenshin.csv", wish));
    return {
      target: { id },
      input: input === FILE_OF_IMPORT ? { path: fileOf(place.app, id as ImportId) } : input,
    };
  });
const inArea = (input?: unknown, more: object = {}) =>
  standing(({ area }) => ({ target: { area, ...more }, input }));

/** How the role matrix tries each command and query. */
export const examples: Examples = {
  "provider-agreement.list": inArea(),
  "provider-agreement.save": standing(({ area }) => ({ target: { area, id: newId() }, input: AGREEMENT })),
  "provider-agreement.end": ofAgreement(),
  "provider-agreement.erase": ofAgreement(),
  "checkup-import.list-areas": standing(() => ({ target: {} })),
  "checkup-import.list-waiting": standing(() => ({ target: {} })),
  "checkup-import.list": inArea(),
  "checkup-import.read": ofImport("ready"),
  "checkup-import.read-rejected": ofImport("ready"),
  "checkup-import.begin": standing(async (place) => ({
    target: { id: newImportId(), area: place.area },
    input: {
      file: BROUGHT,
      choices: { agreement: await agreementAt(place.app, analyst(place), place.area) },
    },
  })),
  "checkup-import.match": ofImport("ready", {}),
  "checkup-import.check": ofImport("ready", { "answer-odd-sbp": "keep" }),
  "checkup-import.take": ofImport("ready", {}),
  "checkup-import.cancel": ofImport("ready"),
  "checkup-import.withdraw": ofImport("done"),
  "checkup-import.run": ofImport("checking", FILE_OF_IMPORT),
  "checkup-import.fail": ofImport("checking", { problem: "見本" }),
  "checkup-import.list-under-way": standing(() => ({ target: {} })),
  "checkup-cube.recount": inArea(),
  "checkup-cube.count-next": inArea({ after: "00000000-0000-0000-0000-000000000000", all: false }),
  "checkup-cube.list-areas": standing(() => ({ target: {} })),
  "checkup-edition.read-form": inArea(),
  "checkup-edition.publish": standing(async (place) => {
    const actor = analyst(place);
    const agreement = await agreementAt(place.app, actor, place.area);
    await takeIn({ app: place.app, actor, area: place.area, agreement }, FILE);
    return { target: { area: place.area }, input: { year: 2025 } };
  }),
  "checkup-picture.read": inArea(),
  "checkup-question.ask": inArea(undefined, { question: CheckupQuestion.parse({}) }),
  "checkup-question.save": inArea({ title: "見本", question: "?indicator=smoking" }),
  "checkup-question.delete": standing(async (place) => {
    const asked = { title: "見本", question: "?indicator=smoking" };
    const { id } = expectOk(await saveQuestion(place.app, analyst(place), { area: place.area }, asked));
    return { target: { area: place.area, id } };
  }),
};

const BROUGHT = {
  ...{ name: "k.csv", encoding: "UTF-8", delimiter: ",", bytes: 100, sha256: "0", sheets: [], sheet: null },
  bands: [
    {
      from: 1,
      to: 3,
      lines: FILE.split("\n")
        .slice(0, 3)
        .map((line, at) => ({ line: at + 1, cells: line.split(",") })),
    },
  ],
};

/** Which use-case must grant each page. */
export const pages: PageGuards = {
  "areas/:area/checkups": "provider-agreement.list",
  "areas/:area/checkups/agreements": "provider-agreement.list",
  "areas/:area/checkups/editions": "checkup-edition.read-form",
  "areas/:area/checkups/questions": "checkup-question.ask",
  "areas/:area/checkups/questions.csv": "checkup-question.ask",
  "areas/:area/checkups/questions.xlsx": "checkup-question.ask",
  "areas/:area/checkups/picture": "checkup-picture.read",
  "checkup-imports": "checkup-import.list-areas",
  "checkup-imports/new": "checkup-import.list-areas",
  "checkup-imports/:import": "checkup-import.read",
  "checkup-imports/:import/rejected.csv": "checkup-import.read-rejected",
  "checkup-hash": "open",
  "checkup-hash/page.html": "open",
};
