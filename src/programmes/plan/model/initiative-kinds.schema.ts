import type { Row } from "#platform/db/area-rows.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import type { Origin } from "./plan.schema.ts";

/** The four kinds of joint work of the guideline (地域・職域連携推進事業ガイドライン, 平成19年3月). */
export const INITIATIVE_KINDS = ["survey", "health_promotion", "overall_planning", "staff_training"] as const;
export type InitiativeKind = (typeof INITIATIVE_KINDS)[number];

/** What areas really do, and which of the four kinds it counts as. */
export const FINE_KINDS = {
  research: "survey",
  survey: "survey",
  outreach_lecture: "health_promotion",
  consultation: "health_promotion",
  mental_health_support: "health_promotion",
  visit: "health_promotion",
  referral: "health_promotion",
  event_corner: "health_promotion",
  equipment_loan: "health_promotion",
  personal_file: "health_promotion",
  bereaved_support: "health_promotion",
  workplace_action: "health_promotion",
  self_action: "health_promotion",
  event: "overall_planning",
  publicity: "overall_planning",
  resource_map: "overall_planning",
  environment: "overall_planning",
  award: "overall_planning",
  liaison: "overall_planning",
  training: "staff_training",
  supervision: "staff_training",
  case_conference: "staff_training",
} as const satisfies Record<string, InitiativeKind>;
export type FineKind = keyof typeof FINE_KINDS;
export const FINE_KIND_NAMES = Object.keys(FINE_KINDS) as FineKind[];

export const WHO_ACTS = ["person", "workplace", "partner_organisations", "administration"] as const;
export type WhoActs = (typeof WHO_ACTS)[number];

export const INITIATIVE_STATUSES = ["planned", "running", "done", "stopped"] as const;

export type Partner = Row<"planInitiativeOrganisation", "role" | "name" | "sector" | "organisationId">;
export type Initiative = Row<
  "planInitiative",
  "id" | "goalId" | "title" | "kind" | "fineKind" | "whoActs" | "status"
> &
  Row<"planInitiative", "audience" | "periodFrom" | "periodTo" | "budgetYen" | "budgetOwner" | "materials"> &
  Row<"planInitiative", "outputMeasure" | "outcomeMeasure" | "prefectureGoal"> &
  Readonly<{ organisations: readonly Partner[]; origin: Origin | null }>;

/** What an initiative's activities come to. Null: no figure is known, not the same as none. */
export type Tally = Readonly<{ sessions: number | null; participants: number | null }>;
export type InitiativeTally = Readonly<{
  initiativeId: string;
  year: Tally;
  all: Tally;
  next: PlainDate | null;
}>;
