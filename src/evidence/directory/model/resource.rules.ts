import type { StateTable } from "#platform/kernel/states.ts";
import type { Resource, ResourceState } from "./resource.schema.ts";

export type Step = "list" | "hide" | "withdraw" | "unlist" | "relist" | "merge" | "unmerge";

/**
 * What can be done in each state. An owner who wants to be in no list is kept as unlisted, so that the next import does
 * not bring the entry back; what has ended stays as withdrawn, so that its old address can say so.
 */
export const RESOURCE_STATES: StateTable<ResourceState, Step> = {
  draft: { list: "listed", withdraw: "withdrawn", unlist: "unlisted" },
  listed: { hide: "draft", withdraw: "withdrawn", unlist: "unlisted", merge: "merged" },
  unlisted: { relist: "listed" },
  withdrawn: { relist: "listed" },
  merged: { unmerge: "listed" },
};

/**
 * Whether it ended because its list or programme told of it no more: then that may bring it back. What somebody ended,
 * hid, merged or wanted in no list stays so.
 */
export const mayReturn = ({ state, stateReason }: Pick<Resource, "state" | "stateReason">): boolean =>
  state === "withdrawn" && stateReason === "";

/** Whether a programme keeps it. */
export const isPushed = ({ source }: Pick<Resource, "source">): boolean =>
  source !== "hand" && source !== "import";

/** The fields of a row that an import or a programme writes. */
export const WRITTEN = [
  "kind",
  "name",
  "kana",
  "provider",
  "corporateNumber",
  "description",
  "topics",
  "fee",
  "feeNote",
  "phone",
  "fax",
  "website",
  "access",
  "postalCode",
  "address",
  "municipality",
  "latitude",
  "longitude",
  "hours",
] as const satisfies readonly (keyof Resource)[];

/** Whether two rows say the same in these fields. */
export const saysTheSame = <T extends object>(one: T, other: T, fields: readonly (keyof T)[]): boolean =>
  fields.every((field) => ordered(one[field]) === ordered(other[field]));

const ordered = (value: unknown): string =>
  JSON.stringify(value ?? null, (_key, part) =>
    part !== null && typeof part === "object" && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
