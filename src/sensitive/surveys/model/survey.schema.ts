import type { AreaId, OrganisationId } from "#platform/kernel/ids.ts";
import type { PlainDate } from "#platform/kernel/plain-date.ts";
import type { Questionnaire, TablePlan } from "./questionnaire.schema.ts";

export const KINDS = ["workplace", "worker", "hearing"] as const;
export type SurveyKind = (typeof KINDS)[number];
export type SurveyState = "draft" | "open" | "closed";

/** What can be done in each state; buttons, commands and README read it. */
export const SURVEY = {
  draft: ["save", "edit", "frame", "draw", "open"],
  open: ["save", "edit", "send", "answer", "make", "close"],
  closed: ["make", "publish", "copy", "forget"],
} as const satisfies Record<SurveyState, readonly string[]>;

/** So long after its end the answers of a survey, and whom it asked, are kept. */
export const KEPT_YEARS = 10;

export const WAYS = ["mail", "letter", "handed", "telephone", "visit"] as const;
export const DISPOSITIONS = ["none", "complete", "partial", "refused", "undeliverable", "closed"] as const;
/** What a person notes; that somebody answered is noted by the answer alone. */
export const NOTED = ["none", "refused", "undeliverable", "closed"] as const;
export type Disposition = (typeof DISPOSITIONS)[number];

export type Sampling = Readonly<{
  way: "all" | "random" | "stratified";
  seed: string;
  size: number;
  strata: readonly Readonly<{ name: string; population: number; drawn: number }>[];
}>;

export type Survey = Readonly<{
  id: string;
  organisationId: OrganisationId;
  areaId: AreaId;
  title: string;
  kind: SurveyKind;
  fiscalYear: number;
  state: SurveyState;
  lead: string;
  sender: string;
  anonymous: boolean;
  shared: boolean;
  partnerId: string | null;
  previousId: string | null;
  questionnaire: Questionnaire;
  tables: TablePlan;
  sampling: Sampling | null;
  locked: boolean;
  codes: number;
  spent: number;
  step: number;
  stepped: number;
  /** Texts whose themes changed since. */
  uncounted: number;
  openedOn: PlainDate | null;
  closesOn: PlainDate | null;
  closedOn: PlainDate | null;
}>;

export type Unit = Readonly<{
  id: string;
  surveyId: string;
  number: number;
  name: string;
  contact: string;
  postalCode: string;
  address: string;
  email: string;
  phone: string;
  sizeClass: string;
  industry: string;
  town: string;
  stratum: string;
  workers: number | null;
  sampled: boolean;
  way: (typeof WAYS)[number];
  disposition: Disposition;
  sentOn: PlainDate | null;
  reminded: readonly PlainDate[];
}>;
