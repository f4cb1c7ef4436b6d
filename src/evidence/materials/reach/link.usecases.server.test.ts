import { beforeAll, expect, it } from "vitest";
import { VISITOR } from "#foundation/actors/public.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { testApp } from "#test/app.ts";
import { readEdition } from "../catalogue/edition.usecases.server.ts";
import { AREA, clerk, makeEdition, prepare } from "../materials.testing.ts";
import { addMaterialLink, openMaterialLink } from "./link.usecases.server.ts";

const app = testApp();
beforeAll(() => prepare(app));

it("counts each opening by the way that it came, and keeps nothing of who it was", async () => {
  const { edition } = await makeEdition(app);
  const of = { area: AREA, id: edition };
  const { code: poster } = expectOk(await addMaterialLink(app, clerk, of, { way: "poster" }));
  const { code: mail } = expectOk(await addMaterialLink(app, clerk, of, { way: "mail" }));
  expect(poster).not.toBe(mail);
  expect(expectOk(await addMaterialLink(app, clerk, of, { way: "poster" })).code).toBe(poster);
  const opens = [poster, poster, mail, poster].map((code) =>
    openMaterialLink(app, VISITOR, { area: AREA, code }),
  );
  for (const opened of await Promise.all(opens))
    expect(expectOk(opened).address).toMatch(new RegExp(`/material-editions/${edition}$`));
  const { links, opened, seen } = expectOk(await readEdition(app, clerk, of)).kept!.reach;
  expect(links.map(({ way, opens: times }) => [way, times])).toEqual([
    ["poster", 3],
    ["mail", 1],
  ]);
  expect([opened, seen]).toEqual([4, 0]);
});

it.each(["", "abc", "abcdefghi", "ABCDE", "01010"])("leads nowhere by %j", async (code) => {
  expect(await openMaterialLink(app, VISITOR, { area: AREA, code })).toMatchObject({
    error: { kind: "not-found" },
  });
});

it("leads to no draft", async () => {
  const { edition } = await makeEdition(app, { published: "false" });
  const { code } = expectOk(await addMaterialLink(app, clerk, { area: AREA, id: edition }, { way: "web" }));
  expect(await openMaterialLink(app, VISITOR, { area: AREA, code })).toMatchObject({ ok: false });
});
