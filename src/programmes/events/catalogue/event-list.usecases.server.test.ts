import { beforeAll, expect, it } from "vitest";
import { VISITOR } from "#foundation/actors/public.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { readList } from "#platform/lists/list.ts";
import { testApp } from "#test/app.ts";
import { AREA as area, aSignUp, clerk, makeEvent, prepare } from "../events.testing.ts";
import { makeSignUp } from "../signups/sign-up.commands.server.ts";
import { readSignUpForm } from "../signups/sign-up.queries.server.ts";
import { EVENT_LIST, eventColumns, titleLanguage } from "./event.present.ts";
import { listEvents, readEvent } from "./event.usecases.server.ts";

const app = testApp();
beforeAll(async () => {
  await prepare(app);
  const on = (...days: string[]) =>
    Object.fromEntries(
      days.flatMap((day, at) => [
        [`sessions.${at}.day`, day],
        [`sessions.${at}.starts`, "13:30"],
        [`sessions.${at}.ends`, "15:30"],
      ]),
    );
  await makeEvent(app, { title: "far", ...on("2027-03-10") });
  await makeEvent(app, { title: "long over", ...on("2026-05-10") });
  await makeEvent(app, { title: "near", titleEn: "The near one", ...on("2026-12-03") });
  await makeEvent(app, { title: "just over", signUp: "none", ...on("2026-11-01") });
  const full = await makeEvent(app, { title: "under way", capacity: "1", ...on("2026-10-01", "2027-01-07") });
  await makeEvent(app, { title: "full", capacity: "1", ...on("2026-12-20") }).then(async (id) =>
    expectOk(await makeSignUp(app, VISITOR, { area, id }, aSignUp())),
  );
  expect(full).toBeTruthy();
});

const list = async (query: string, by = VISITOR as typeof clerk | typeof VISITOR) =>
  expectOk(await listEvents(app, by, { area, list: readList(EVENT_LIST, new URLSearchParams(query)) })).page;

it("begins with the nearest event to come; what is over follows, the latest first", async () => {
  const { rows } = await list("");
  expect(rows.map(({ title }) => title)).toEqual([
    ...["near", "full", "under way", "far"],
    ...["just over", "long over"],
  ]);
});

it("says whether one can sign up, and the names in the language of the page", async () => {
  const { rows } = await list("when=coming");
  const cells = (language: "ja" | "en", key: string) =>
    rows.map((row) =>
      eventColumns(language)
        .find((column) => column.key === key)!
        .cell(row),
    );
  expect(cells("ja", "state")).toEqual(["受付中", "満席（キャンセル待ち）", "受付終了", "受付中"]);
  expect(cells("en", "title")).toEqual(["The near one", "full", "under way", "far"]);
  expect(rows.map((row) => titleLanguage(row, "en"))).toEqual([undefined, "ja", "ja", "ja"]);
  const full = rows.find(({ title }) => title === "full")!.id;
  expect(expectOk(await readEvent(app, VISITOR, { area, id: full }))).toMatchObject({
    ...{ full: true, open: true, signing: "満席（キャンセル待ち）", taken: null },
  });
  expect(expectOk(await readSignUpForm(app, VISITOR, { area, id: full })).waits).toBe(true);
  const taken = async (by: typeof clerk | typeof VISITOR) =>
    (await list("", by)).rows.map((row) => row.taken);
  expect(await taken(VISITOR)).toEqual([null, null, null, null, null, null]);
  expect(await taken(clerk)).toEqual([0, 1, 0, 0, 0, 0]);
});
