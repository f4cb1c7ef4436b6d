import { expect, it } from "vitest";
import { countersOf, deviceCookieValue, knownDevice, networkOf } from "./rules.ts";

it.each([
  ["192.0.2.7", "192.0.2.7"],
  ["::ffff:192.0.2.7", "192.0.2.7"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2"],
  ["2001:DB8:0001:0002::9", "2001:db8:1:2"],
  ["2001:db8::1", "2001:db8:0:0"],
  ["::1", "0:0:0:0"],
])("takes %s as the network %s", (address, network) => {
  expect(networkOf(address)).toBe(network);
});

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
