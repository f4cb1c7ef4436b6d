import { RouterContextProvider } from "react-router";
import { expect, it } from "vitest";
import type { App } from "#platform/app.ts";
import { appContext } from "#platform/web/context.ts";
import { signedInRequest } from "./request.server.ts";

it("leads back to the page, not to the data of it that the browser asked for", () => {
  const context = new RouterContextProvider();
  context.set(appContext, {} as App);
  const request = new Request("http://yui.example/outbox.data?_routes=outbox");
  let led: unknown;
  try {
    signedInRequest({ ...{ context, request }, url: new URL("http://yui.example/outbox") });
  } catch (thrown) {
    led = thrown;
  }
  expect((led as Response).headers.get("location")).toBe("/sign-in?next=%2Foutbox");
});
