import { beforeAll, expect, it } from "vitest";
import { findResources, pushFeed, readFind } from "#evidence/directory/public.ts";
import { VISITOR } from "#foundation/actors/public.ts";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { testApp } from "#test/app.ts";
import { withPermit } from "#test/permit.ts";
import { person } from "#test/person.ts";
import { loadDemonstrationSupport } from "../system/demonstration.commands.server.ts";
import { readOffer, setIntake } from "./offer.usecases.server.ts";
import { OFFER_FEED } from "./offer-feed.queries.server.ts";
import { stopIntake } from "./offer-intake.commands.server.ts";

const app = testApp();
const area = "sma-32-02" as AreaId;
const clerk = person("coordinator", area);
const find = async (q: string) => {
  const asked = readFind(new URLSearchParams({ q }));
  return expectOk(await findResources(app, VISITOR, { area: "hamada", asked })).rows;
};

beforeAll(async () => {
  await loadReferenceAreas(app);
  await loadDemonstrationSupport(app);
  await pushFeed(app, OFFER_FEED);
}, 120_000);

it("lists the offers by who makes them, and opens their request with the offer chosen", async () => {
  const [one] = await find("医師からの意見聴取");
  expect(one).toMatchObject({ provider: "浜田地域産業保健センター", intake: { state: "open" } });
  const ask = new URLSearchParams(one!.ask);
  expect(ask.get("wanted")).toMatch(/^offer:[0-9a-f-]{36}$/);
  expect(ask.get("need")).toBe("results");
});

it("follows what is said of the intake, and writes nothing where nothing changed", async () => {
  const [before] = await find("医師の講話");
  expect(before!.intake.state).toBe("open");
  const id = new URLSearchParams(before!.ask).get("wanted")!.slice("offer:".length);
  expectOk(
    await setIntake(
      app,
      clerk,
      { area, id },
      { intake: "suspended", reason: "今年度の受入れが上限に達した" },
    ),
  );
  expect([await pushFeed(app, OFFER_FEED), await pushFeed(app, OFFER_FEED)]).toEqual([1, 0]);
  expect((await find("医師の講話"))[0]!.intake.state).toBe("closed");
});

it("closes what was answered to be full for this year, until the year ends", async () => {
  const [before] = await find("減塩の話と味噌汁の塩分測定");
  const id = new URLSearchParams(before!.ask).get("wanted")!.slice("offer:".length);
  await withPermit(app, clerk, (permit) => stopIntake(permit as never, area, id), area);
  await pushFeed(app, OFFER_FEED);
  const [after] = await find("減塩の話と味噌汁の塩分測定");
  expect([before!.intake.state, after!.intake.state]).toEqual(["open", "closed"]);
  const { intakeUntil, intakeReason } = expectOk(await readOffer(app, clerk, { area, id }));
  expect([intakeUntil, intakeReason]).toEqual(["2027-03-31", "今年度の受入れが上限に達した"]);
});
