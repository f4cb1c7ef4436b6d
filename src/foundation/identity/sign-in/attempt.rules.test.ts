import { expect, it } from "vitest";
import { countersOf, deviceCookieValue, knownDevice } from "./attempt.rules.ts";

it("never counts against an account alone", () => {
  const keys = (address: string, email: string, device?: string) =>
    countersOf("secret", { address, email, device }).map((counter) => counter.key);
  expect(keys("192.0.2.1", "a@x.example")).not.toEqual(
    expect.arrayContaining([keys("192.0.2.2", "a@x.example")[0]]),
  );
  // Known device: neither its address nor the account beyond the device.
  expect(keys("192.0.2.1", "a@x.example", "d")).toEqual(keys("192.0.2.2", "a@x.example", "d"));
  expect(keys("192.0.2.1", "a@x.example", "d")).not.toEqual(keys("192.0.2.1", "a@x.example", "e"));
  expect(JSON.stringify(keys("192.0.2.1", "a@x.example"))).not.toMatch(/example|192/);
});

it("knows a device by a cookie given for that account alone", () => {
  const cookie = deviceCookieValue("secret", "a@x.example", "nonce");
  expect(knownDevice("secret", "a@x.example", cookie)).toBe("nonce");
  expect(knownDevice("secret", "b@x.example", cookie)).toBeUndefined();
  expect(knownDevice("other", "a@x.example", cookie)).toBeUndefined();
  for (const wrong of [undefined, "", "nonce", "nonce.", ".x"])
    expect(knownDevice("secret", "a@x.example", wrong)).toBeUndefined();
});
