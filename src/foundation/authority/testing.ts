import type { Actor } from "#foundation/actors/public.ts";
import type { App } from "#platform/app.ts";
import type { AreaId, OrganisationId } from "#platform/kernel/ids.ts";

/**
 * Where an example is made for the role matrix: in an area, of an organisation, by the area's secretariat. `ended` asks
 * for a subject that is over (closed, withdrawn, expired), `deleted` for one that was deleted.
 */
export type ExamplePlace = Readonly<{
  app: App;
  area: AreaId;
  organisation: OrganisationId;
  secretariat: Actor;
  state: "standing" | "ended" | "deleted";
}>;

/** What a use-case is tried with: what it is aimed at, what is typed, and what a link to it would hold. */
export type Example = Readonly<{
  target: Readonly<Record<string, unknown>>;
  input?: unknown;
  /** What a link holds, for each purpose that may lead here: its subject, with the ids that narrow it. */
  holds?: Readonly<Record<string, string | HeldByLink>>;
}>;

export type HeldByLink = Readonly<{ subject: string; detail?: Readonly<Record<string, string>> }>;

/**
 * One maker of examples for each command and query of a module, by name. Undefined where there is no such subject: an
 * area's list is never deleted.
 */
export type Examples = Readonly<Record<string, (place: ExamplePlace) => Promise<Example | undefined>>>;

/**
 * What each page and file of a module is about, by its address: the use-case that must grant it. Its example gives the
 * row that the address names, unless another's does (`… of …`), and its policy is asked beside the page. `open` pages
 * show what anybody may see, or the person's own.
 */
export type PageGuards = Readonly<Record<string, string>>;

/** Of what neither ends nor is deleted, such as a list. */
export const standing =
  (example: (place: ExamplePlace) => Example | Promise<Example>): Examples[string] =>
  async (place) =>
    place.state === "standing" ? example(place) : undefined;

/** How the role matrix tries this module's own. */
export const examples: Examples = {
  "sent-form.sweep": standing(() => ({ target: {} })),
};
