import { createContext } from "react-router";
import type { Actor } from "#foundation/actors/public.ts";
import type { Subject, Work } from "#foundation/authority/public.ts";
import type { AreaId } from "#platform/kernel/ids.ts";

export type Language = "ja" | "en";

/** Which thing: the area that it belongs to, and its id there. */
export type FoundKey = Readonly<{ areaId: AreaId; id: string }>;

/** A thing by what it is found: its title first, then its reading and whatever else people call it by. */
export type Findable = FoundKey & Readonly<{ open: boolean; words: string }>;

/** A query over a module's own tables that gives `Findable` rows; it is not run but built into another. */
export type FindableRows = Readonly<{ toOperationNode(): unknown; execute(): Promise<readonly Findable[]> }>;

/** What is shown of a thing that was found. */
export type Hit<S extends Subject = Subject> = FoundKey &
  Readonly<{
    title: string;
    /** What tells it from others of its name. */
    note: string;
    /** The address of its page. */
    to: string;
    /** What the module's policy is asked about, for whoever searches. */
    subject: S;
  }>;

/** A kind of things that a module lets be found. */
export type FoundSpec<S extends Subject = Subject> = Readonly<{
  kind: string;
  name: Readonly<Record<Language, string>>;
  /** Where it stands among the kinds of a page: lower comes first. */
  position: number;
  /** The module's own policy: whether the actor may see this one. */
  may(actor: Actor, subject: S): unknown;
  /** All there are of it, over the module's own tables. */
  rows?(permit: Work): FindableRows;
  /** Those of these ids that the actor's own reach still shows. */
  show?(permit: Work, keys: readonly FoundKey[], language: Language): Promise<readonly Hit<S>[]>;
  /** Places lead to what is near them. */
  place?: boolean;
  /** What is near these places, the most likely one first. */
  near?(permit: Work, areas: readonly AreaId[], language: Language): Promise<readonly Hit<S>[]>;
}>;

export type FoundKind = FoundSpec;

/** Declares a kind of things that are found: who may see one is asked of the module's own policy for each. */
export const defineFound = <S extends Subject>(spec: FoundSpec<S>): FoundKind => spec;

/** The kinds of all modules, for the page of the search. */
export const foundKindsContext = createContext<readonly FoundKind[]>([]);
