import type { Spoken } from "./act.schema.ts";

export const spokenIn = (query: URLSearchParams): Spoken => (query.get("lang") === "en" ? "en" : "ja");
