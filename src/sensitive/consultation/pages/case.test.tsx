import type { ComponentProps } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { createRoutesStub, RouterContextProvider, useLoaderData } from "react-router";
import { beforeAll, expect, it } from "vitest";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { actorContext } from "#foundation/identity/public.ts";
import { loadDemonstrationOrganisations } from "#foundation/organisations/public.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { appContext } from "#platform/web/context.ts";
import { testApp } from "#test/app.ts";
import { closeCase } from "../cases/case.commands.server.ts";
import { AT_CENTRE, COUNSELLOR, handingOn } from "../two-offices.testing.ts";
import Case, { loader } from "./case.tsx";

const app = testApp();
const { opened, agree } = handingOn(app);

beforeAll(async () => {
  await loadReferenceAreas(app);
  await loadDemonstrationOrganisations(app);
});

const Page = () => (
  <Case {...({ loaderData: useLoaderData(), params: AT_CENTRE } as unknown as ComponentProps<typeof Case>)} />
);
const Shown = createRoutesStub([
  { id: "root", path: "/", children: [{ id: "page", index: true, Component: Page }] },
]);

/** The page of a case, as its caseworker sees it. */
async function shownCase(id: string): Promise<string> {
  const context = new RouterContextProvider();
  context.set(appContext, app);
  context.set(actorContext, COUNSELLOR);
  const params = { ...AT_CENTRE, case: id };
  const url = new URL(`http://localhost/offices/${AT_CENTRE.organisation}/cases/${id}`);
  const loaderData = await loader({ context, params, url, request: new Request(url) } as never);
  return renderToStaticMarkup(
    <Shown hydrationData={{ loaderData: { root: { language: "ja" }, page: loaderData } }} />,
  );
}

it("leads to no form that would be refused: none behind a closed case, and a consent comes before a referral", async () => {
  const id = await opened();
  const fresh = await shownCase(id);
  expect(fresh).toContain("先にご本人の同意を登録してください");
  await agree(id);
  const agreed = await shownCase(id);
  expect(agreed).not.toContain("先にご本人の同意を登録してください");
  for (const way of ["/refer", "/consent"]) expect(agreed).toContain(`${way}"`);
  const end = { outcome: "solved", note: "よくなった", closedOn: "2026-11-22" };
  expectOk(await closeCase(app, COUNSELLOR, { ...AT_CENTRE, case: id }, end));
  const closed = await shownCase(id);
  expect(closed).toContain("編集・再開");
  for (const way of ["/refer", "/consent"]) expect(closed).not.toContain(`${way}"`);
});
