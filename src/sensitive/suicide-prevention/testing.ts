import {
  type Example,
  type ExamplePlace,
  type Examples,
  type PageGuards,
  standing,
} from "#foundation/authority/testing.ts";
import { newId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import {
  CONFERENCE,
  conferenceAt,
  figuresOf,
  groupAt,
  liaisonAt,
  SLIP,
  staffAt,
  takeFiveYears,
  townsIn,
  trainingAt,
} from "./examples.testing.ts";
import { importFigures } from "./figures/figure.usecases.server.ts";
import { giveSheet, voiceDoor } from "./paths/voice.usecases.server.ts";
import { saveStock } from "./stock/stock.usecases.server.ts";
import { addTrained } from "./support/support.usecases.server.ts";
import { askCall, listCalls } from "./workplaces/call.usecases.server.ts";

const anywhere: Examples[string] = standing(() => ({ target: {} }));
const here = (input?: unknown): Examples[string] => standing(({ area }) => ({ target: { area }, input }));
const office = (input?: unknown): Examples[string] =>
  standing(({ organisation }) => ({ target: { organisation }, input }));

const CALL = { phone: "0855-00-0000", reach: "any" };
const deskOf = (place: ExamplePlace) => staffAt(place, place.organisation, "caseworker");

const ofSheet = (input?: unknown): Examples[string] =>
  standing(async (place): Promise<Example> => {
    const { organisation } = place;
    const { address } = expectOk(await giveSheet(place.app, deskOf(place), { organisation }));
    const { held } = expectOk(await voiceDoor(place.app, address.split("/").at(-1)!));
    return { target: { held }, input, holds: { "bereaved-voice": held } };
  });

const TRAINED = { kind: "welfare_commissioner", minutes: "90", persons: "14" };

/** How the role matrix tries each command and query. */
export const examples: Examples = {
  "prevention.read-public": here(),
  "prevention.read-today": anywhere,
  "prevention.list-offices": anywhere,
  "prevention.read": here(),
  "prevention-figure.import": standing(({ area }) => ({
    target: { area },
    input: figuresOf(townsIn(area), "2025"),
  })),
  "prevention-figure.withdraw": standing(async ({ app, area, secretariat }) => ({
    target: {
      area,
      edition: expectOk(await importFigures(app, secretariat, { area }, figuresOf(townsIn(area), "2025"))).id,
    },
  })),
  "prevention-figure.publish": standing(async ({ app, area, secretariat }) => {
    await takeFiveYears(app, secretariat, area, townsIn(area));
    return { target: { area }, input: { to: "2026", personYears: "100000", prefectureRate: "16.5" } };
  }),
  "prevention-five.save": here({
    untilYear: "2025",
    ...{ "groups.0.sex": "male", "groups.0.age": "40-59", "groups.0.work": "employed" },
    ...{ "groups.0.living": "alone", "groups.0.persons": "12" },
  }),
  "prevention-path.list": office(),
  "prevention-path.note": standing(({ organisation }) => ({
    target: { organisation, path: "" },
    input: SLIP,
  })),
  "prevention-voice.give-sheet": office(),
  "prevention-voice.read-form": ofSheet(),
  "prevention-voice.answer": ofSheet({ request: "4", interview: "3" }),
  "prevention-conference.list": office(),
  "prevention-conference.add": standing(async (place) => ({
    target: { organisation: place.organisation, conference: newId() },
    input: { ...CONFERENCE, seats: [await liaisonAt(place)] },
  })),
  "prevention-conference.second": standing(async (place) => ({
    target: await conferenceAt(place),
    input: { verdict: "stands" },
  })),
  "prevention-stock.read": here(),
  "prevention-stock.read-form": office(),
  "prevention-stock.save": standing(({ organisation }) => ({
    target: { organisation, year: 2026 },
    input: { "answer-base-network": "does" },
  })),
  "prevention-stock.plan": standing(async (place) => ({
    target: { area: place.area, year: 2026 },
    input: { measure: await gapAt(place) },
  })),
  "prevention-stock.list-gaps": here(),
  "prevention-call.ask": here(CALL),
  "prevention-call.list": here(),
  "prevention-call.done": standing(async (place) => {
    const { app, area } = place;
    expectOk(await askCall(app, place.secretariat, { area }, CALL));
    const { calls } = expectOk(await listCalls(app, deskOf(place), { area }));
    return { target: { area, call: calls[0]!.id } };
  }),
  "prevention-call.forget": anywhere,
  "prevention-hotline.check": here({ hotline: "yorisoi" }),
  "prevention.read-support": here(),
  "prevention-group.save": standing(async (place) => ({
    target: { area: place.area, group: (await groupAt(place)).id },
    input: { wish: "dates", facilitators: "2" },
  })),
  "prevention-trained.add": standing(async (place) => ({
    target: { area: place.area, trained: newId() },
    input: { ...TRAINED, event: await trainingAt(place), district: townsIn(place.area)[0]! },
  })),
  "prevention-trained.remove": standing(async (place) => {
    const { app, area, secretariat } = place;
    const target = { area, trained: newId() as string };
    const input = { ...TRAINED, event: await trainingAt(place), district: townsIn(area)[0]! };
    expectOk(await addTrained(app, secretariat, target, input));
    return { target };
  }),
};

/** A measure that an office said it has not. */
async function gapAt(place: ExamplePlace): Promise<string> {
  const staff = staffAt(place, place.organisation, "provider");
  const input = { "answer-base-network": "does" };
  expectOk(await saveStock(place.app, staff, { organisation: place.organisation, year: 2026 }, input));
  return "focus-work";
}

/** Which use-case must grant each page. */
export const pages: PageGuards = {
  prevention: "prevention.list-offices",
  "areas/:area/prevention": "prevention.read",
  "areas/:area/prevention/stock": "prevention-stock.read",
  "areas/:area/prevention/support": "prevention.read-support",
  "areas/:area/call-backs": "prevention-call.list",
  "areas/:area/kokoro": "prevention.read-public",
  "areas/:area/workplace-care": "prevention.read-public",
  "areas/:area/return-to-work": "prevention.read-public",
  "offices/:organisation/prevention-paths": "prevention-path.list",
  "offices/:organisation/case-conferences": "prevention-conference.list",
  "offices/:organisation/prevention-stock": "prevention-stock.read-form",
  "voices/:token": "prevention-voice.read-form",
};
