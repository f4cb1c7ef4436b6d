import { fingerprintOf } from "#platform/kernel/fingerprint.ts";
import { CHANGEABLE, PARTS, type Part } from "../rules.ts";
import type { RequestDraft, SupportRequest } from "../schema.ts";

/** One part of a request before and after, as the history keeps it. */
export type Difference = Readonly<{ part: Part; from: unknown; to: unknown }>;

/** What can be changed of a request now. */
export const partsOf = (request: Pick<SupportRequest, "status">): readonly Part[] =>
  CHANGEABLE[request.status] ?? [];

/** What would be different, among the parts that may be; the wishes by the times asked for, which are what counts. */
export const differences = (
  request: SupportRequest,
  draft: Pick<RequestDraft, Part>,
  parts: readonly Part[],
): Difference[] =>
  parts
    .map((part): Difference => ({ part, from: request[part], to: draft[part] }))
    .filter(({ from, to }) => JSON.stringify(from) !== JSON.stringify(to));

/** The request's changeable parts in a few signs: whoever saves over something they have not seen is told first. */
export const printOf = (request: SupportRequest): string => fingerprintOf(PARTS.map((part) => request[part]));
