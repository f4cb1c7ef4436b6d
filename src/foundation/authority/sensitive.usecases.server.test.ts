import { sql } from "kysely";
import { expect, it } from "vitest";
import { z } from "zod";
import { db } from "#platform/db/rows.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { expectOk, ok } from "#platform/kernel/result.ts";
import { testApp } from "#test/app.ts";
import { person } from "#test/person.ts";
import { beside } from "./permit.usecases.server.ts";
import { alsoDo, command, definePolicy, query, signedIn } from "./public.ts";

const app = testApp();
const AREA = "sma-32-02" as AreaId;
const staff = person("caseworker", AREA);

const target = z.object({});
const subject = () => ({ type: "case", area: AREA });
const role = sql<{ role: string }>`select current_user as role`;

const sensitive = definePolicy({ "case.role": signedIn, "case.beside": signedIn }, { sensitive: true });
const ordinary = definePolicy({ "plain.role": signedIn, "plain.peek": signedIn });

const plainRole = query({
  name: "plain.role",
  policy: ordinary,
  target,
  subject,
  run: async (permit) => ok((await role.execute(db(permit))).rows[0]!.role),
});
const caseRole = query({
  name: "case.role",
  policy: sensitive,
  target,
  subject,
  async run(permit, _target, running) {
    const own = (await role.execute(db(permit))).rows[0]!.role;
    return ok([own, expectOk(await alsoDo(permit, plainRole, {}, {}, running))]);
  },
});
const besideCase = command({
  name: "case.beside",
  policy: sensitive,
  target,
  subject,
  run: async (permit, _input, running) =>
    ok(await beside(running, permit, async (own) => (await role.execute(db(own))).rows[0]!.role)),
});
const peek = query({
  name: "plain.peek",
  policy: ordinary,
  target,
  subject,
  run: (permit, _target, running) => alsoDo(permit, caseRole, {}, {}, running),
});

it("a use-case of the sensitive tier runs as the role of that tier, with what it asks of others", async () => {
  expect(expectOk(await caseRole(app, staff, {}))).toEqual(["yui_sensitive", "yui_sensitive"]);
  expect(expectOk(await besideCase(app, staff, {}))).toBe("yui_sensitive");
});

it("all others run as the role that serves requests, and get no permit of that tier", async () => {
  expect(expectOk(await plainRole(app, staff, {}))).toBe("yui_app");
  await expect(peek(app, staff, {})).rejects.toThrow("no use-case of another tier");
});
