import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { type Role, STAFF_ROLES } from "#foundation/actors/public.ts";
import { IDLE_MINUTES, type SessionState } from "../session.schema.ts";

/** The token in a signed cookie (`token.signature`), if the signature is ours. */
export function tokenOfCookie(cookieHeader: string | null, name: string, secret: string): string | undefined {
  const raw = cookieOf(cookieHeader, name);
  if (raw === undefined) return undefined;
  const value = decode(raw);
  const dot = value.lastIndexOf(".");
  if (dot < 1) return undefined;
  const token = value.slice(0, dot);
  const given = Buffer.from(value.slice(dot + 1), "base64");
  const right = createHmac("sha256", secret).update(token).digest();
  return given.length === right.length && timingSafeEqual(given, right) ? token : undefined;
}

/** The stored hash of a session's token, so that reading the table does not let anybody sign in. */
export const hashOfToken = (token: string): string => createHash("sha256").update(token).digest("base64url");

export function cookieOf(cookieHeader: string | null, name: string): string | undefined {
  for (const part of cookieHeader?.split(";") ?? []) {
    const at = part.indexOf("=");
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim();
  }
  return undefined;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // Not one of ours: no signature will fit.
    return "";
  }
}

/** What the session allows now. */
export function stateOf(facts: {
  now: Date;
  lastActiveAt: Date;
  roles: readonly Role[];
  secondFactor: boolean;
  mode: "demonstration" | "production";
}): SessionState {
  if (facts.now.getTime() - facts.lastActiveAt.getTime() >= IDLE_MINUTES * 60_000) return "locked";
  const needsFactor =
    facts.mode === "production" &&
    facts.roles.some((role) => STAFF_ROLES.includes(role)) &&
    !facts.secondFactor;
  return needsFactor ? "incomplete" : "active";
}
