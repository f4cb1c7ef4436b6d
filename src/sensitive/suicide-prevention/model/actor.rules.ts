import type { PreventionPermit } from "../access.ts";

/** Who did it, as rows keep it. */
export const by = ({ actor }: PreventionPermit): string =>
  actor.kind === "person" ? actor.userId : `<${actor.kind}>`;
