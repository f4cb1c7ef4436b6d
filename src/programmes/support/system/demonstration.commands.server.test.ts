import { beforeAll, describe, expect, it } from "vitest";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { testApp } from "#test/app.ts";
import { person } from "#test/person.ts";
import sample from "../../../../reference/demonstration/support_offers.json" with { type: "json" };
import { offersFor, readOffer } from "../offers/offer.usecases.server.ts";
import { loadDemonstrationSupport } from "./demonstration.commands.server.ts";

const HAMADA = "sma-32-02" as AreaId;
const app = testApp();
beforeAll(async () => {
  await loadReferenceAreas(app);
  await loadDemonstrationSupport(app);
});

describe("the support team of Hamada", () => {
  it("is the same after a second loading", async () => {
    await loadDemonstrationSupport(app);
    expect(expectOk(await offersFor(app, HAMADA, {}))).toHaveLength(sample.offers.length);
  });

  it("counts its visits under an initiative of the plan", async () => {
    const clerk = person("coordinator", HAMADA);
    for (const { offer } of expectOk(await offersFor(app, HAMADA, {}))) {
      const { initiativeId } = expectOk(await readOffer(app, clerk, { area: HAMADA, id: offer.id }));
      expect(initiativeId).toMatch(/^[0-9a-f-]{36}$/);
    }
  });

  it("offers a ceramics workplace of 12 talks, and tells one of 60 that the centre for small ones is not for it", async () => {
    const wish = {
      topics: ["mental_health", "blood_pressure"] as const,
      industry: "ceramics",
      municipality: "32202",
    } as const;
    const small = expectOk(await offersFor(app, HAMADA, { ...wish, size: 12 }));
    expect(small.filter((one) => one.obstacles.length === 0).length).toBeGreaterThan(5);
    const large = expectOk(await offersFor(app, HAMADA, { ...wish, size: 60 }));
    const advice = large.find((one) => one.offer.organisations.includes("浜田地域産業保健センター"))!;
    expect(advice.obstacles.map((one) => one.code)).toContain("size");
  });

  it("shows no mailbox to the public", async () => {
    expect(JSON.stringify(expectOk(await offersFor(app, HAMADA, {})))).not.toContain("@");
  });
});
