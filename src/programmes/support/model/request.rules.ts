import { type StateTable, stepFrom, stepsFrom } from "#platform/kernel/states.ts";
import type { SupportAction } from "../access.ts";

/** Where a request stands. */
export const STATUSES = [
  "new",
  "asking",
  "deciding",
  "waiting",
  "fixed",
  "held",
  "reported",
  "closed",
  "unmet",
  "withdrawn",
  "passed",
  "taken",
] as const;
export type Status = (typeof STATUSES)[number];

export const ACTIONS = [
  ...(["receive", "change", "reask", "claim", "attach", "detach", "ask", "remind", "answer"] as const),
  ...(["complete", "lapse", "fix", "move", "reopen", "wait", "free", "leave", "hold", "report"] as const),
  ...(["retract", "rate", "follow", "close", "refuse", "withdraw", "pass", "take", "return"] as const),
  ...(["unask", "unfix", "tell"] as const),
] as const;
export type Action = (typeof ACTIONS)[number];

/** What can be done without leaving the state. */
const staying = <S extends Status, A extends Action>(state: S, ...actions: readonly A[]) =>
  Object.fromEntries(actions.map((action) => [action, state])) as Record<A, S>;
const EDITS = ["change", "claim", "attach", "detach"] as const;
const FILES = ["claim", "attach", "detach"] as const;

/** The one table of states: what can be done where, and where it leads. Buttons, guard, README and tests read it. */
export const REQUEST = {
  new: {
    ...staying("new", ...EDITS, "tell"),
    ...{ ask: "asking", wait: "waiting", pass: "passed", refuse: "unmet", withdraw: "withdrawn" },
  },
  asking: {
    ...staying("asking", ...EDITS, "tell", "reask", "ask", "answer", "remind"),
    ...{ complete: "deciding", lapse: "deciding", fix: "fixed", wait: "waiting" },
    ...{ refuse: "unmet", withdraw: "withdrawn", unask: "new" },
  },
  deciding: {
    ...staying("deciding", ...EDITS, "tell", "answer", "remind"),
    ...{ reask: "asking", ask: "asking", fix: "fixed", wait: "waiting", pass: "passed" },
    ...{ refuse: "unmet", withdraw: "withdrawn" },
  },
  waiting: {
    ...staying("waiting", ...EDITS, "tell", "free"),
    ...{ ask: "asking", fix: "fixed", leave: "new", refuse: "unmet", withdraw: "withdrawn" },
  },
  fixed: {
    ...staying("fixed", ...EDITS, "tell", "move"),
    ...{ reopen: "asking", hold: "held", withdraw: "withdrawn", unfix: "deciding" },
  },
  held: { ...staying("held", ...FILES, "tell", "rate"), report: "reported", close: "closed" },
  reported: {
    ...staying("reported", ...FILES, "tell", "report", "rate", "follow"),
    ...{ retract: "fixed", close: "closed" },
  },
  closed: staying("closed", "rate", "follow"),
  unmet: {},
  withdrawn: {},
  passed: { take: "taken", return: "new" },
  taken: {},
} as const satisfies StateTable<Status, Action>;
const TABLE: StateTable<Status, Action> = REQUEST;

const THOSE_WHO_ADVANCE = [
  "enquiry.answer",
  "enquiry.decline",
  "request.retime",
  "receipt.change",
  "request.keep-up",
] as const;

/** By which commands each step is taken: who may run one of them says its policy (`access.ts`). */
export const TAKEN_BY: Readonly<Record<Action, readonly SupportAction[]>> = {
  receive: ["request.make", "request.enter", "request.take", "receipt.follow", "request.take-bundle"],
  change: ["receipt.change"],
  reask: ["receipt.change", "request.retime"],
  claim: ["receipt.claim"],
  attach: ["receipt.attach", "request.attach"],
  detach: ["receipt.detach", "request.detach"],
  ask: ["request.ask", "waiting.take"],
  remind: ["enquiry.remind", "enquiry.redirect", "request.keep-up"],
  answer: ["enquiry.answer", "enquiry.decline"],
  complete: [...THOSE_WHO_ADVANCE, "visit.reopen"],
  lapse: [...THOSE_WHO_ADVANCE, "visit.reopen"],
  fix: [...THOSE_WHO_ADVANCE, "visit.decide"],
  move: ["visit.move"],
  reopen: ["visit.reopen"],
  wait: ["waiting.enter", "waiting.join"],
  free: ["waiting.serve"],
  leave: ["waiting.serve", "waiting.decline"],
  hold: ["visit.report"],
  report: ["visit.report"],
  retract: ["visit.retract"],
  rate: ["receipt.rate"],
  follow: ["receipt.follow", "receipt.consult", "receipt.remind"],
  close: ["request.close"],
  refuse: ["request.refuse"],
  withdraw: ["receipt.withdraw", "request.withdraw", "request.take-bundle"],
  pass: ["request.pass"],
  take: ["request.take"],
  return: ["request.return", "request.recall"],
  unask: ["request.undo"],
  unfix: ["request.undo"],
  tell: ["request.told"],
};

export const may = (status: Status, action: Action): boolean => action in REQUEST[status];

/** The state after an action, or the one that does not allow it. */
export const stateAfter = (status: Status, action: Action) => stepFrom(TABLE, status, action);

/** Whether it makes sense to ask a workplace for files: they are for those who come, so not once they have been. */
export const wantsFiles = (status: Status): boolean => may(status, "attach") && !may(status, "rate");

/** What a workplace can change of its request by itself. */
export const PARTS = [
  "topics",
  "wish",
  "workplace",
  "industry",
  "municipality",
  "address",
  "size",
  "people",
  "place",
  "wishes",
  "contact",
  "phone",
  "email",
] as const;
export type Part = (typeof PARTS)[number];

/**
 * What it may change where its request stands; nothing in a state that is not named. Once a day is fixed others have
 * kept it free: then its wishes ask the secretariat for another day, and the subject and the place are agreed with it.
 */
export const CHANGEABLE: Readonly<Partial<Record<Status, readonly Part[]>>> = {
  new: PARTS,
  asking: PARTS,
  deciding: PARTS,
  waiting: PARTS,
  fixed: ["wish", "workplace", "address", "size", "people", "wishes", "contact", "phone", "email"],
};

/**
 * What an answer of a supporter was given to. Where one of these changes, everybody who was asked is asked anew: an
 * answer that is kept in part would be one that nobody gave.
 */
export const ANSWERED_TO: readonly Part[] = ["topics", "place", "municipality", "wishes"];

/** Whether nothing more can happen to the visit: links of those who were asked are dead. What was handed on goes on elsewhere. */
export const isOver = (status: Status): boolean => ["closed", "unmet", "withdrawn"].includes(status);

/** The state that a history tells; it begins with `receive`. */
export const replay = (actions: readonly Action[]): Status =>
  actions.reduce<Status>((status, action) => TABLE[status][action] ?? status, "new");

/** The table as a diagram in Mermaid's words; the README holds what this writes. */
export function diagram(): string {
  const lines = STATUSES.flatMap((status) => {
    const ways = Map.groupBy(stepsFrom(TABLE, status), (action) => TABLE[status][action]!);
    ways.delete(status);
    return [...ways].map(([to, actions]) => `  ${status} --> ${to}: ${actions.join(", ")}`);
  });
  return ["stateDiagram-v2", "  [*] --> new: receive", ...lines].join("\n");
}

/** A workplace under one spelling: without the forms of companies, widths and spaces. */
export const workplaceKey = (name: string): string =>
  name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/株式会社|有限会社|合同会社|\(株\)|\(有\)|co\.?,?\s*ltd\.?/g, "")
    .replace(/[\s・,.、。]/g, "");

const LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

/** A number that can be read out on the telephone: no letters that look or sound alike. `chance` gives bytes. */
export function receiptNumber(chance: Uint8Array): string {
  const signs = [...chance.subarray(0, 7)].map((byte) => LETTERS[byte % LETTERS.length]).join("");
  return `${signs.slice(0, 3)}-${signs.slice(3)}`;
}
