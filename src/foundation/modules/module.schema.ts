import type { RouteConfigEntry } from "@react-router/dev/routes";
import type { Command } from "commander";
import type { Role } from "#foundation/actors/public.ts";
import type { ActionWords, Kinds } from "#foundation/audit/public.ts";
import type { UseCase } from "#foundation/authority/public.ts";
import type { Published } from "#foundation/datasets/public.ts";
import type { CarriedKind } from "#foundation/exchange/public.ts";
import type { FhirKind } from "#foundation/fhir/public.ts";
import type { ModuleHelp } from "#foundation/help/public.ts";
import type { LetterSet } from "#foundation/letters/public.ts";
import type { OrganisationPart } from "#foundation/organisations/public.ts";
import type { KeptTables } from "#foundation/retention/public.ts";
import type { FoundKind } from "#foundation/search/public.ts";
import type { App } from "#platform/app.ts";
import type { JobKind } from "#platform/jobs/jobs.ts";
import type { Round } from "#platform/jobs/rounds.ts";
import type { Upload } from "#platform/web/http.ts";
import type { CalendarItem, TodayItem } from "#platform/web/today.ts";
import type { IconName } from "#ui/icon.tsx";

/** What the house knows of a module. Everything but the name is there only where the module has it. */
export type YuiModule = Readonly<{
  /** Its folder's name. */
  name: string;
  /** What its actions are called in the audit log. */
  words?: ActionWords;
  /** What each of its pages is for; the frame shows it to who is signed in. */
  help?: ModuleHelp;
  /** What the audit log calls the types of its things. */
  kinds?: Kinds;
  /** Its tables: what each holds, and until when. */
  tables?: KeptTables;
  menu?: readonly MenuEntry[];
  /** Its pages of an area that anybody reads without signing in. */
  openPages?: readonly OpenPage[];
  /** Names of the parameters in its addresses that stand for words; every other one is an id (`idsInAddresses`). */
  addressWords?: readonly string[];
  /**
   * What a session that has locked meanwhile may not have kept for it of a form that it sends: forms at these addresses,
   * and fields of these names wherever they stand.
   */
  neverHeld?: Readonly<{ paths?: RegExp; fields?: readonly string[] }>;
  commands?: readonly CommandPart[];
  routes?(): Promise<ModuleRoutes>;
  work?(): Promise<ModuleWork>;
}>;

/** Staff who do an area's work: all but the auditor. */
export const WORKING_STAFF: readonly Role[] = [
  "coordinator",
  "provider",
  "member",
  "caseworker",
  "administrator",
];

/** Groups of the menu, in their order: the daily work, what goes beyond one's own area, and looking after Yui. */
export const MENU_GROUPS = ["work", "beyond", "upkeep"] as const;

export type MenuEntry = Readonly<{
  label: string;
  /** Its sign, beside the word. */
  icon: IconName;
  /** `area` is the slug of the area one works for. */
  to(area: string): string;
  /** Who can do something there. */
  roles: readonly Role[];
  group: (typeof MENU_GROUPS)[number];
  /** Where it stands within its group: lower comes first, most used first. */
  position: number;
  /** It is not marked on the pages beneath it, over which another entry stands. */
  end?: boolean;
  /** Only for those who hold the role for the whole nation. */
  nationwide?: boolean;
}>;

/** A page of an area that stands above every page of that area for who is not signed in. */
export type OpenPage = Readonly<{
  label: Readonly<Record<"ja" | "en", string>>;
  /** `area` is the slug of the area. */
  to(area: string): string;
  /** Lower comes first. */
  position: number;
}>;

/**
 * Commands of `yui` that come from one file, loaded only where one of them is asked for, or help. A module's `cli.ts`:
 *
 *     export function registerAreas(program: Command): void {
 *       json(program.command("areas")).action((options) =>
 *         withApp(async (app) => report(options, orRefuse(await listAreas(app, service("cli"))), areasAsLines)),
 *       );
 *     }
 */
export type CommandPart = Readonly<{
  names: readonly string[];
  load(): Promise<(program: Command, words: ActionWords) => void>;
}>;

/** `pages` stand in the frame; `files`, and the API, do not. */
export type ModuleRoutes = Readonly<{
  pages: readonly RouteConfigEntry[];
  files?: readonly RouteConfigEntry[];
}>;

/** What a module does, loaded by who runs it: the server, and who fills a store. */
export type ModuleWork = Readonly<{
  today?: TodayQuery;
  calendar?: CalendarQuery;
  /** Its letters, which each area may word. */
  letters?: LetterSet;
  /** What it tells of an organisation on that one's page. */
  organisation?: readonly OrganisationPart[];
  /** What the search of the house finds of it. */
  finds?: readonly FoundKind[];
  /** Its pages that take in files, and how much each of them reads. */
  uploads?: readonly Upload[];
  rounds?: readonly Round[];
  jobs?: readonly JobKind<object>[];
  /** What of it travels by medium between a closed and an open network, and what stays. */
  carries?: readonly CarriedKind[];
  /** What of it programs of anybody may read: whole tables, and APIs of standards. */
  publishes?: Published;
  /** What of it is read by FHIR R4. */
  fhir?: readonly FhirKind[];
  /** The tables that it publishes, by `definePublication()`; a test attacks each of them. */
  publications?: readonly Readonly<{ name: string; tables: readonly object[] }>[];
  /** What every store needs, also in production. */
  reference?: readonly Step[];
  /** What the sample areas are filled with. */
  demonstration?: readonly Step[];
}>;

/** One step of what a store is filled with; loading it again changes nothing and takes no time to speak of. */
export type Step = Readonly<{ name: string; load(app: App): Promise<unknown> }>;

/**
 * What the module has for an actor today: a query without a target, whose policy lets in everybody who is signed in
 * (who has nothing to do there gets an empty list). All of them run in the one transaction of the page of today.
 */
type TodayQuery = Pick<UseCase<UseCase["declared"]["target"], readonly TodayItem[]>, "declared">;

/**
 * What the module has for an actor between two days: meetings, visits, whatever has a day. Declared as `today` is, and asked
 * with it in one transaction.
 */
type CalendarQuery = Pick<UseCase<UseCase["declared"]["target"], readonly CalendarItem[]>, "declared">;
