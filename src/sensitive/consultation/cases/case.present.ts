import { formTexts } from "#platform/kernel/form-values.ts";
import { type PlainDate, showDateJa } from "#platform/kernel/plain-date.ts";
import type { ListSpec } from "#platform/lists/list.ts";
import { orderBy } from "#platform/lists/order-by.ts";
import type { CaseRow, ContactNote, ContactRow, Identity, Intake } from "../model/case.schema.ts";
import {
  AGE_WORDS,
  ASKER_WORDS,
  CHANNEL_WORDS,
  OUTCOME_WORDS,
  SEX_WORDS,
  SIZE_WORDS,
  SOURCE_WORDS,
  TOPIC_WORDS,
  URGENCY_WORDS,
  URGENT_STEPS,
  WITH_WHOM_WORDS,
} from "../model/consultation.messages.ts";

/** A case as a working list shows it: no content. */
export type CaseLine = Readonly<{
  id: string;
  number: string;
  who: string;
  asker: string;
  topics: string;
  urgency: string;
  urgent: boolean;
  caseworker: string;
  openedOn: PlainDate;
  lastContactOn: PlainDate;
  nextDue: PlainDate | null;
  state: "open" | "closed";
}>;

/** The parts of a working list. */
export const WHICH_CASES = [
  "new",
  "today",
  "overdue",
  "climbed",
  "waiting",
  "silent",
  "mine",
  "open",
  "closed",
] as const;

export const CASES: ListSpec<CaseLine, { readonly which: typeof WHICH_CASES }> = {
  columns: [
    { key: "number", head: "番号", cell: (row) => row.number },
    { key: "who", head: "相談者", cell: (row) => row.who },
    { key: "nextDue", head: "次回", cell: (row) => (row.nextDue ? showDateJa(row.nextDue) : "") },
    { key: "urgency", head: "緊急度", cell: (row) => row.urgency },
    { key: "topics", head: "内容", cell: (row) => row.topics },
    {
      ...{ key: "lastContactOn", head: "前回", sort: "lastContactOn" },
      cell: (row) => showDateJa(row.lastContactOn),
    },
    { key: "openedOn", head: "受付日", sort: "openedOn", cell: (row) => showDateJa(row.openedOn) },
    { key: "caseworker", head: "担当", cell: (row) => row.caseworker },
  ],
  filter: { which: WHICH_CASES },
  orders: {
    lastContactOn: orderBy({ lastContactOn: "day", id: "uuid" }),
    openedOn: orderBy({ openedOn: "day", id: "uuid" }),
  },
  first: "-openedOn",
  rowsAPage: 50,
};

/** `nameOf` gives the name of a colleague. */
export const presentLine = (
  row: CaseRow,
  known: Identity | undefined,
  nameOf: (user: string) => string,
  /** Of a case that came by a referral: the name that was handed over, as long as it may be read. */
  handed?: string,
): CaseLine => ({
  id: row.id,
  number: row.number,
  who: known?.name || handed || (row.referralId ? "紹介された方" : "匿名"),
  asker: ASKER_WORDS[row.asker],
  topics: row.topics.map((one) => TOPIC_WORDS[one]).join("、") || (row.referralId ? "他機関からの紹介" : ""),
  urgency: URGENCY_WORDS[row.urgency],
  urgent: row.urgency === "now",
  caseworker: row.caseworker ? nameOf(row.caseworker) : "",
  openedOn: row.openedOn,
  lastContactOn: row.lastContactOn,
  nextDue: row.nextDue,
  state: row.state,
});

export const presentCase = (row: CaseRow, intake: Intake, nameOf: (user: string) => string) => ({
  id: row.id,
  number: row.number,
  state: row.state,
  mental: row.mental,
  asker: ASKER_WORDS[row.asker],
  source: SOURCE_WORDS[row.source],
  channel: CHANNEL_WORDS[row.channel],
  topics: row.topics.map((one) => TOPIC_WORDS[one]),
  urgency: URGENCY_WORDS[row.urgency],
  urgent: row.urgency !== "usual",
  ageBand: row.ageBand ? AGE_WORDS[row.ageBand as keyof typeof AGE_WORDS] : "",
  sex: row.sex ? SEX_WORDS[row.sex] : "",
  homeTown: intake.homeTown || row.homeTown,
  workTown: intake.workTown || row.workTown,
  workplaceSize: row.workplaceSize ? SIZE_WORDS[row.workplaceSize as keyof typeof SIZE_WORDS] : "",
  told: intake.told,
  tried: intake.tried,
  wish: intake.wish,
  steps: intake.steps.map((one) => URGENT_STEPS[one as keyof typeof URGENT_STEPS] ?? one),
  caseworker: row.caseworker ? nameOf(row.caseworker) : "",
  openedOn: row.openedOn,
  lastContactOn: row.lastContactOn,
  nextDue: row.nextDue,
  closedOn: row.closedOn,
  outcome: row.outcome ? OUTCOME_WORDS[row.outcome] : "",
});

export const presentIdentity = (known: Identity) => ({
  name: known.name,
  kana: known.kana,
  birthDate: known.birthDate,
  phone: known.phone,
  address: known.address,
  town: known.town,
  reaching: known.reaching,
  atWork: known.atWork,
});

export const presentContact = (
  row: ContactRow & { text: ContactNote | undefined },
  nameOf: (user: string) => string,
  agreed?: boolean,
) => ({
  id: row.id,
  day: row.day,
  minutes: row.minutes,
  channel: CHANNEL_WORDS[row.channel],
  withWhom: WITH_WHOM_WORDS[row.withWhom],
  content: row.text?.content ?? "",
  plan: row.text?.plan ?? "",
  materials: row.text?.materials ?? "",
  by: nameOf(row.madeBy),
  corrected: row.replaces !== null,
  /** As the form that corrects it shows it. */
  form: {
    ...formTexts(row, "day", "minutes", "channel", "withWhom"),
    ...(row.text ?? { content: "", plan: "", materials: "" }),
  },
  /** Of a case that came by a referral: whether the person agreed then, whatever became of it. */
  agreed,
});

const CHANGED = [
  ...(["asker", "source", "channel", "urgency", "ageBand", "sex"] as const),
  ...(["workplaceSize", "nextDue"] as const),
] as const;
type Changed = Readonly<{ [K in (typeof CHANGED)[number]]: CaseRow[K] | null }>;

/** The fields of a case that a form changes, as it shows them. */
export const caseFormValues = (
  one: Changed & Readonly<{ topics: readonly string[]; homeTown?: string; workTown?: string }>,
  { told, tried, wish, ...towns }: Pick<Intake, "told" | "tried" | "wish" | "homeTown" | "workTown">,
) => ({
  ...formTexts(one, ...CHANGED),
  ...formTexts({ told, tried, wish, topics: one.topics.join(" ") }, "told", "tried", "wish", "topics"),
  homeTown: towns.homeTown || one.homeTown || "",
  workTown: towns.workTown || one.workTown || "",
});

export const identityFormValues = (known: Identity) =>
  formTexts(known, "name", "kana", "birthDate", "phone", "address", "town", "reaching", "atWork");
