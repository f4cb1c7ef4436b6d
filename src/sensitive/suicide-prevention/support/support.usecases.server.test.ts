import { beforeAll, expect, it } from "vitest";
import { VISITOR } from "#foundation/actors/public.ts";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { HOTLINES } from "#foundation/hotlines/public.ts";
import { loadDemonstrationOrganisations } from "#foundation/organisations/public.ts";
import { fixedClock } from "#platform/kernel/clock.ts";
import { newId } from "#platform/kernel/ids.ts";
import { type PlainDate, plainDate } from "#platform/kernel/plain-date.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { makeEvent } from "#programmes/events/testing.ts";
import { testApp } from "#test/app.ts";
import { HAMADA, HEALTH_CENTRE, worker } from "#test/offices.ts";
import { groupAt, trainingAt } from "../examples.testing.ts";
import { byDistrict } from "./gatekeeper.rules.ts";
import { preventionToday, readPublicPage } from "./public-page.queries.server.ts";
import {
  addTrained,
  checkHotline,
  readSupport,
  removeTrained,
  saveGroup,
} from "./support.usecases.server.ts";

const app = testApp();
const here = { area: HAMADA };
const clerk = worker(HEALTH_CENTRE, "coordinator");
const place = { app, area: HAMADA, organisation: HEALTH_CENTRE, secretariat: clerk };

beforeAll(async () => {
  await loadReferenceAreas(app);
  await loadDemonstrationOrganisations(app);
});

const publicGroups = async () => expectOk(await readPublicPage(app, VISITOR, here)).groups;

it("tells the public of a group what the group wishes, and nothing else", async () => {
  const { id: group, name } = await groupAt(place);
  await makeEvent(app, {
    ...{ area: HAMADA, by: clerk, kind: "bereaved", title: "わかち合いの会", signUp: "nickname" },
    ...{ "hosts.0.name": name, "sessions.0.day": "2026-12-10" },
  });
  expect(await publicGroups()).toEqual([]);
  const save = (input: object) => saveGroup(app, clerk, { ...here, group }, { facilitators: "2", ...input });
  expectOk(await save({ wish: "silent" }));
  expect(await publicGroups()).toEqual([]);
  expectOk(await save({ wish: "phone" }));
  expect(await publicGroups()).toMatchObject([{ name, dates: [] }]);
  expectOk(await save({ wish: "dates", placeOn: "2026-04-10", firstOn: "2026-06-01" }));
  expect(await publicGroups()).toMatchObject([{ name, dates: [{ day: "2026-12-10" }] }]);
  expect(await save({ wish: "dates", ownOn: "2026-10-01" })).toMatchObject({ error: { kind: "invalid" } });
  expectOk(await save({ wish: "dates", firstOn: "2026-06-01", ownOn: "2026-10-01" }));
});

it("counts who was trained where, ten and more alone, and names when it is due again", async () => {
  const event = await trainingAt(place);
  const add = (persons: string, district = "32202") =>
    addTrained(
      app,
      clerk,
      { ...here, trained: newId() as string },
      { event, district, kind: "welfare_commissioner", minutes: "90", persons },
    );
  const districts = async () =>
    expectOk(await readSupport(app, clerk, here)).districts.map(({ persons }) => persons);
  expect(await add("12", "14150")).toMatchObject({ error: { kind: "invalid" } });
  expectOk(await add("9"));
  expect(await districts()).toEqual([null, null]);
  const { id } = expectOk(await add("5"));
  expect(await districts()).toEqual([14, null]);
  const { trained } = expectOk(await readSupport(app, clerk, here));
  expect(trained[0]).toMatchObject({ heldOn: "2026-06-10", refreshOn: "2029-06-10" });
  expectOk(await removeTrained(app, clerk, { ...here, trained: id }));
  expect(await districts()).toEqual([null, null]);
});

it("finds refreshers that are due by the day", () => {
  const rows = [{ district: "a", heldOn: "2023-06-10" as PlainDate, persons: 12 }];
  expect(byDistrict(["a"], rows, plainDate("2026-06-09"))[0]!.due).toBeNull();
  expect(byDistrict(["a"], rows, plainDate("2026-06-10"))[0]!.due).toBe(12);
});

it("asks a person to call each number once a year", async () => {
  const due = async (at = app) =>
    expectOk(await readSupport(at, clerk, here)).hotlines.filter((one) => one.due).length;
  expect(await due()).toBe(HOTLINES.length);
  expectOk(await checkHotline(app, clerk, here, { hotline: HOTLINES[0]!.key }));
  expect(await due()).toBe(HOTLINES.length - 1);
  expect(await due({ ...app, clock: fixedClock("2027-11-22T01:00:00Z") })).toBe(HOTLINES.length);
  const [item] = expectOk(await preventionToday(app, clerk, {}));
  expect(item).toMatchObject({ title: `1年以内に確認していない相談電話が${HOTLINES.length - 1}件あります` });
});

it("names source and day of each number, and no number that was printed wrong elsewhere", async () => {
  const { hotlines } = expectOk(await readPublicPage(app, VISITOR, here));
  for (const { checked, seen, source } of hotlines)
    expect(checked && seen !== "" && source !== "").toBe(true);
  expect(hotlines.map(({ number }) => number)).toContain("0570-064-556");
  expect(hotlines.map(({ number }) => number)).not.toContain("0570-046-556");
  // What nobody has read in a notice is given out once somebody has called it.
  const unread = HOTLINES.find(({ checked }) => !checked)!;
  expect(hotlines.map(({ key }) => key)).not.toContain(unread.key);
  expectOk(await checkHotline(app, clerk, here, { hotline: unread.key }));
  const after = expectOk(await readPublicPage(app, VISITOR, here)).hotlines;
  expect(after.map(({ key }) => key)).toContain(unread.key);
});
