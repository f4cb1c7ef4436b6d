import { type MiddlewareFunction, RouterContextProvider } from "react-router";
import { expect, it } from "vitest";
import { keptNowhere } from "./api.server.ts";
import { sessionContext } from "./request.server.ts";
import type { Session } from "./schema.ts";

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
