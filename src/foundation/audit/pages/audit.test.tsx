import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { createMemoryRouter, RouterContextProvider, RouterProvider } from "react-router";
import { beforeAll, expect, it } from "vitest";
import { z } from "zod";
import { type Actor, service } from "#foundation/actors/public.ts";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { actionWordsContext, kindsContext } from "#foundation/audit/public.ts";
import { definePolicy, query, services } from "#foundation/authority/public.ts";
import { actorContext } from "#foundation/identity/public.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { expectOk, ok } from "#platform/kernel/result.ts";
import { appContext } from "#platform/web/context.ts";
import { testApp } from "#test/app.ts";
import { person } from "#test/person.ts";
import Audit, { action, loader } from "./audit.tsx";

const app = testApp();
const HERE = "sma-32-02" as AreaId;
const REQUEST = "0198f2a0-0000-7000-8000-0000000000aa";
const auditor = person("auditor", HERE);
const list = query({
  name: "thing.list",
  policy: definePolicy({ "thing.list": services("test") }),
  target: z.object({}),
  subject: () => ({ type: "thing", area: HERE }),
  run: () => ok(null),
  shows: () => [`request:${REQUEST}`, "request:2"],
});

beforeAll(async () => {
  await loadReferenceAreas(app);
  expectOk(await list(app, service("test"), {}));
});

function contextOf(actor: Actor) {
  const context = new RouterContextProvider();
  context.set(appContext, app);
  context.set(actorContext, actor);
  context.set(actionWordsContext, { "thing.list": { done: "一覧を見た", refused: "一覧を見ようとした" } });
  context.set(kindsContext, { request: "依頼" });
  return context;
}

const Page = Audit as unknown as (shown: Readonly<{ loaderData: object; actionData: unknown }>) => ReactNode;

async function page(search: string, actionData?: unknown): Promise<string> {
  const url = new URL(`http://localhost/audit${search}`);
  const loaderData = await loader({ context: contextOf(auditor), url, params: {} } as never);
  const element = <Page {...{ loaderData, actionData }} />;
  const routes = [{ path: "*", element }];
  const router = createMemoryRouter(routes, { initialEntries: [`/audit${search}`] });
  return renderToStaticMarkup(<RouterProvider router={router} />);
}

it("shows who looked at a request, at how many, and opens to whom else", async () => {
  const shown = await page(`?about=request:${REQUEST}`);
  expect(shown).toContain("一覧を見た");
  expect(shown).toContain("<summary");
  expect(shown).toContain(`依頼 ${REQUEST}`);
  expect(shown).toContain("?about=request%3A2");
  expect(shown).toMatch(/<td[^>]*tabular-nums[^>]*>2<\/td>/);
  const nobody = await page(`?about=request:${REQUEST.replace("aa", "bb")}`);
  expect(nobody).toContain("あてはまる記録はありません");
  expect(shown).not.toContain("あてはまる記録はありません");
});

it("says at its button, in one sentence, that the log is whole", async () => {
  const body = new URLSearchParams({ do: "audit.verify" });
  const request = new Request("http://localhost/audit", { method: "POST", body });
  const proof = await action({ context: contextOf(auditor), request, params: {} } as never);
  expect(await page("", proof)).toMatch(
    /記録\d+件を確認し、書き換え・削除・外部からの追加は見つかりませんでした。最新の記録は浜田圏域の第\d+番、ハッシュ値は [0-9a-f]{64} です。/,
  );
});
