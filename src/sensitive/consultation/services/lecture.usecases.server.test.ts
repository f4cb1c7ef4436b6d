import { RouterContextProvider } from "react-router";
import { beforeAll, expect, it } from "vitest";
import type { Actor } from "#foundation/actors/public.ts";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { actorContext } from "#foundation/identity/public.ts";
import { loadDemonstrationOrganisations } from "#foundation/organisations/public.ts";
import { appContext } from "#platform/web/context.ts";
import { testApp } from "#test/app.ts";
import { WORK_HEALTH_CENTRE, worker } from "#test/offices.ts";
import { loader as newCase } from "../pages/case-new.tsx";
import { loader as offices } from "../pages/offices.tsx";

const app = testApp();
const AFTER = "http://localhost/consultation?source=lecture";

beforeAll(async () => {
  await loadReferenceAreas(app);
  await loadDemonstrationOrganisations(app);
});

function asked(actor: Actor, address: string, params: object = {}) {
  const context = new RouterContextProvider();
  context.set(appContext, app);
  context.set(actorContext, actor);
  return { context, params, url: new URL(address), request: new Request(address) } as never;
}

it("leads who gave a talk and counsels to a new case, which knows that it came from a talk and nothing else", async () => {
  const nurse = worker(WORK_HEALTH_CENTRE, "caseworker");
  const led = await Promise.resolve(offices(asked(nurse, AFTER))).catch((answer: Response) => answer);
  const to = (led as Response).headers.get("Location")!;
  expect(to).toBe(`/offices/${WORK_HEALTH_CENTRE}/cases/new?source=lecture`);
  const form = await newCase(asked(nurse, `http://localhost${to}`, { organisation: WORK_HEALTH_CENTRE }));
  expect(form.source).toBe("lecture");
});

it("tells who counsels nobody to hand over the leaflet, and takes no name", async () => {
  const speaker = worker(WORK_HEALTH_CENTRE, "provider");
  expect(await offices(asked(speaker, AFTER))).toEqual({ begun: true, offices: [] });
});
