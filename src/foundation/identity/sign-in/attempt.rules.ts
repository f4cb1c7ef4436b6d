import { createHmac } from "node:crypto";
import { networkOf } from "#platform/kernel/network.ts";

/** So many failures in so many minutes from the first of them; then no more tries until they are over. */
export const LIMITS = {
  /** A device that has signed in to this account before: nobody else's guessing counts against it. */
  device: { failures: 10, minutes: 15 },
  /** One account from one address. */
  pair: { failures: 5, minutes: 15 },
  /** All accounts from one address: an office behind one address has room, a list of stolen passwords has not. */
  address: { failures: 40, minutes: 15 },
  /** Links for a new password: to one address, and by one sender. */
  resetMail: { failures: 5, minutes: 60 },
  resetSender: { failures: 20, minutes: 60 },
  /** Dialogues with a passkey that one address begins: each is a row until its time is over. */
  passkey: { failures: 600, minutes: 15 },
} as const;
export type LimitKind = keyof typeof LIMITS;

export type Counter = Readonly<{ kind: LimitKind; key: string }>;

/**
 * What a try counts against. Never the account alone: then anybody could lock it for its owner by guessing badly.
 * Keys are hashes, so that the table of counters holds no e-mail address.
 */
export function countersOf(
  secret: string,
  { address, email, device }: { address: string; email: string; device: string | undefined },
): readonly Counter[] {
  const key = keyBy(secret);
  if (device !== undefined) return [{ kind: "device", key: key("device", device, email) }];
  const network = networkOf(address);
  return [
    { kind: "pair", key: key("pair", network, email) },
    { kind: "address", key: key("address", network) },
  ];
}

const keyBy =
  (secret: string) =>
  (...parts: string[]) =>
    createHmac("sha256", secret)
      .update(["attempt", ...parts].join("\0"))
      .digest("base64url");

/** What a wish for a new password counts against. */
export function resetCountersOf(
  secret: string,
  { address, email }: Readonly<{ address: string; email: string }>,
): readonly Counter[] {
  const key = keyBy(secret);
  return [
    { kind: "resetMail", key: key("reset-mail", email) },
    { kind: "resetSender", key: key("reset-sender", networkOf(address)) },
  ];
}

export const passkeyCounterOf = (secret: string, address: string): Counter => ({
  kind: "passkey",
  key: keyBy(secret)("passkey", networkOf(address)),
});

/** The cookie by which a device is known to have signed in to an account. */
export function deviceCookieValue(secret: string, email: string, nonce: string): string {
  return `${nonce}.${deviceMark(secret, email, nonce)}`;
}

/** The device's own mark, if the cookie was given for this account. */
export function knownDevice(secret: string, email: string, cookie: string | undefined): string | undefined {
  const [nonce, mark] = cookie?.split(".") ?? [];
  if (!nonce || !mark) return undefined;
  return mark === deviceMark(secret, email, nonce) ? nonce : undefined;
}

const deviceMark = (secret: string, email: string, nonce: string) =>
  createHmac("sha256", secret).update(["device", email, nonce].join("\0")).digest("base64url");
