import { expect, it } from "vitest";
import { NOW, testApp } from "#test/app.ts";
import { Visitor } from "#test/visitor.ts";
import { asSignIn } from "../sign-in-access.store.server.ts";
import { LIMITS, passkeyCounterOf } from "./attempt.rules.ts";
import { countTry } from "./attempt.store.server.ts";
import { answerPasskeyStep } from "./passkey.usecases.server.ts";
import { minutes, signInSetup } from "./person.testing.ts";
import { authOf } from "./sign-in.store.server.ts";

const app = testApp();
const { visitor } = signInSetup(app, NOW, (address) => new Visitor(address));

const ask = async (who: Visitor, step: string, init: RequestInit = {}) => {
  const request = new Request(`http://localhost/api/auth/passkey/${step}`, init);
  return (await answerPasskeyStep(app, who, undefined, request))!.status;
};

it("begins no dialogue and looks at no passkey for who asked too often, until the time is over", async () => {
  const who = visitor();
  expect(await ask(who, "generate-authenticate-options")).toBe(200);
  const { secret } = await authOf(app).$context;
  const counter = passkeyCounterOf(secret, who.address);
  await asSignIn(app, async (access) => {
    for (let n = 1; n < LIMITS.passkey.failures; n++) await countTry(access, [counter], app.clock.now());
  });
  expect(await ask(who, "generate-authenticate-options")).toBe(429);
  expect(await ask(who, "verify-authentication", { method: "POST", body: "{}" })).toBe(429);
  expect(await ask(visitor(), "generate-authenticate-options")).toBe(200);
  minutes(LIMITS.passkey.minutes);
  expect(await ask(who, "generate-authenticate-options")).toBe(200);
});
