import { RouterContextProvider } from "react-router";
import { beforeEach, expect, it } from "vitest";
import type { UserId } from "#platform/kernel/ids.ts";
import { appContext } from "#platform/web/context.ts";
import { NOW, testApp } from "#test/app.ts";
import { Visitor } from "#test/visitor.ts";
import { sessionContext } from "../request.server.ts";
import { minutes, PASSWORD, signInSetup } from "../sign-in/person.testing.ts";
import { sessionOf } from "../sign-in/session.usecases.server.ts";
import { action, loader } from "./lock-here.tsx";

const app = testApp();
const { person, signedIn, visitor, withSecondFactor } = signInSetup(app, NOW, (at) => new Visitor(at));
let email: string;
let userId: UserId;
beforeEach(() => {
  ({ email, userId } = person);
});

/** Asks as a page does, with the session that the server finds behind its cookies. */
async function asked(who: Visitor, looks: boolean, fields?: Record<string, string>) {
  const context = new RouterContextProvider();
  context.set(appContext, app);
  context.set(sessionContext, (await sessionOf(app, who.headers, { looks })).session);
  const headers = new Headers(who.headers);
  const init = fields ? { method: "POST", headers, body: new URLSearchParams(fields) } : { headers };
  const args = { context, request: new Request("http://localhost/lock/here", init) } as never;
  const response = fields ? await action(args) : loader(args);
  who.take(response.headers);
  return response.json();
}
const look = (who: Visitor) => asked(who, true);
const send = (who: Visitor, fields: Record<string, string>) => asked(who, false, fields);

it("tells when a page locks, and to be asked keeps it open no longer", async () => {
  const who = await signedIn();
  minutes(20);
  expect(await look(who)).toEqual({ state: "open", user: userId, locksInMs: 10 * 60_000 });
  minutes(10);
  expect(await look(who)).toMatchObject({ state: "locked" });
  expect(await look(visitor())).toMatchObject({ state: "over", user: null });
});

it("stays open while somebody says that they type", async () => {
  const who = await signedIn();
  minutes(29);
  expect(await send(who, { step: "active" })).toMatchObject({ state: "open", locksInMs: 30 * 60_000 });
  minutes(29);
  expect(await look(who)).toMatchObject({ state: "open" });
  minutes(1);
  expect(await send(who, { step: "active" })).toMatchObject({ state: "locked" });
});

it("opens by password and second factor, for the owner of the session alone", async () => {
  const { who, code } = await withSecondFactor();
  minutes(31);
  const other = "somebody@office.example";
  expect(await send(who, { step: "password", email: other, password: "not the password" })).toMatchObject({
    refused: expect.stringContaining("パスワードが違います"),
  });
  expect(await look(who)).toMatchObject({ state: "locked", user: userId });
  expect(await send(who, { step: "password", email: other, password: PASSWORD })).toEqual({
    next: "second-factor",
  });
  expect(await look(who)).toMatchObject({ state: "over" });
  expect(await send(who, { step: "totp", code: "000000" })).toMatchObject({ refused: expect.any(String) });
  expect(await send(who, { step: "totp", code: await code() })).toEqual({ next: "done" });
  expect(await look(who)).toMatchObject({ state: "open", user: userId });
});

it("opens by a recovery code, and begins anew where the session is over", async () => {
  const { who, recovery } = await withSecondFactor();
  minutes(13 * 60);
  expect(await look(who)).toMatchObject({ state: "over" });
  expect(await send(who, { step: "password", email, password: PASSWORD })).toEqual({ next: "second-factor" });
  expect(await send(who, { step: "recovery", code: recovery[0]! })).toEqual({ next: "done" });
  expect(await look(who)).toMatchObject({ state: "open", user: userId });
});

it("tells who waited too long between the steps to begin anew", async () => {
  const { who, code } = await withSecondFactor();
  await send(who, { step: "password", email, password: PASSWORD });
  minutes(30);
  expect(await send(who, { step: "totp", code: await code() })).toMatchObject({ again: true });
});
