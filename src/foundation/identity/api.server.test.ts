import { type MiddlewareFunction, RouterContextProvider } from "react-router";
import { describe, expect, it } from "vitest";
import { newId } from "#platform/kernel/ids.ts";
import { appContext } from "#platform/web/context.ts";
import { STALE_STATUS } from "#platform/web/refusal.ts";
import { NOW, testApp } from "#test/app.ts";
import { Visitor } from "#test/visitor.ts";
import { keptNowhere, proveAgain } from "./api.server.ts";
import { sessionContext } from "./request.server.ts";
import type { Session } from "./session.schema.ts";
import { heldForm } from "./sign-in/held-form.usecases.server.ts";
import { signInSetup } from "./sign-in/person.testing.ts";

const app = testApp();
const { person } = signInSetup(app, NOW, (address) => new Visitor(address));

type Args = Parameters<MiddlewareFunction<Response>>[0];
const PUBLIC = "public, max-age=300";

it.each([
  ["a visitor's page", false, {}, "no-cache"],
  ["a visitor's answer that may be kept", false, { "Cache-Control": PUBLIC }, PUBLIC],
  ["a signed-in person's page", true, {}, "private, no-store"],
  ["what anyone may keep, asked for with a session", true, { "Cache-Control": PUBLIC }, "private, no-store"],
])("tells browsers what to do with %s", async (_name, signedIn, headers, expected) => {
  const context = new RouterContextProvider();
  context.set(sessionContext, signedIn ? ({ id: "s" } as Session) : undefined);
  const answer = await keptNowhere(
    { context, pattern: "/" } as unknown as Args,
    async () => new Response("", { headers }),
  );
  expect((answer as Response).headers.get("Cache-Control")).toBe(expected);
});

describe("what needs a fresh proof", () => {
  const form = { method: "POST", body: new URLSearchParams({ role: "provider", note: "書いたもの" }) };
  const run = async (
    state: Session["state"],
    path: string,
    init: RequestInit = {},
    status = STALE_STATUS,
  ) => {
    const context = new RouterContextProvider();
    const session = { id: newId(), state, userId: person.userId } as unknown as Session;
    context.set(sessionContext, session);
    context.set(appContext, app);
    const url = new URL(path, "http://localhost");
    const request = new Request(url, init);
    // As the page does, which reads the form before it is refused.
    const page = async () => new Response(await request.text(), { status });
    try {
      const passed = await proveAgain([{ paths: /^\/account\// }])({ context, request, url } as never, page);
      return { passed: (passed as Response).status, session };
    } catch (led) {
      return { to: new URL((led as Response).headers.get("location")!, url), session };
    }
  };

  it("leads to the proof and back to the form as it was sent, which is held meanwhile", async () => {
    const { to, session } = await run("active", "/members/1?x=1", form);
    expect(to!.pathname).toBe("/lock");
    const id = /^\/resume\/(.+)$/.exec(to!.searchParams.get("next")!)![1]!;
    expect(await heldForm(app, session, id)).toEqual({
      path: "/members/1?x=1",
      fields: [
        ["role", "provider"],
        ["note", "書いたもの"],
      ],
    });
  });

  it("leads back to the page where nothing was sent, or where it may not be held", async () => {
    expect((await run("active", "/audit.csv?who=a")).to!.searchParams.get("next")).toBe("/audit.csv?who=a");
    const secret = await run("active", "/account/password", form);
    expect(secret.to!.searchParams.get("next")).toBe("/account/password");
  });

  it("concerns no other answer, and no session that could not act anyway", async () => {
    expect((await run("active", "/members", form, 200)).passed).toBe(200);
    expect((await run("locked", "/members", form)).passed).toBe(STALE_STATUS);
  });
});
