import type { Actor } from "#foundation/actors/public.ts";
import { LOOKED } from "./messages.ts";
import type { Subject } from "./permit.schema.ts";
import { roleAbove, roleHere } from "./policy.rules.ts";

const READERS = ["auditor", "administrator"] as const;

/** Who reads the entries of an area. */
export const readsLog = roleHere(...READERS);

/** The link to who looked at that, for whoever reads the log; undefined for everybody else. */
export const whoLookedAt = (actor: Actor, subject: Subject & Readonly<{ id: string }>) =>
  roleAbove(...READERS)(actor, subject) && {
    to: `/audit?about=${subject.type}:${encodeURIComponent(subject.id)}`,
    label: LOOKED,
  };
