import type { Actor } from "#foundation/actors/public.ts";
import type { Subject } from "./permit.schema.ts";
import { roleAbove, roleHere } from "./policy.rules.ts";

const READERS = ["auditor", "administrator"] as const;

/** Who reads the entries of an area. */
export const readsLog = roleHere(...READERS);

/** Where the log tells who looked at that, for whoever reads it; undefined for everybody else. */
export const whoLookedAt = (actor: Actor, subject: Subject & Readonly<{ id: string }>): string | undefined =>
  roleAbove(...READERS)(actor, subject) && `/audit?about=${subject.type}:${encodeURIComponent(subject.id)}`;
