import { z } from "zod";
import { KINDS, TOPICS } from "../model/resource-lists.schema.ts";

export const NARROWING = { kind: z.enum(KINDS).optional(), topic: z.enum(TOPICS).optional() };

/** What an address narrows a file by; what it can't mean is as if it were not there. */
export const narrowingOf = (query: URLSearchParams) => ({
  kind: KINDS.find((one) => one === query.get("kind")),
  topic: TOPICS.find((one) => one === query.get("topic")),
});
