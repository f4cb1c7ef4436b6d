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

/** Where each action leads; `same` stays. `receive` begins. */
export const AFTER = {
  receive: "new",
  change: "same",
  reask: "asking",
  claim: "same",
  attach: "same",
  detach: "same",
  ask: "asking",
  remind: "same",
  answer: "same",
  complete: "deciding",
  lapse: "deciding",
  fix: "fixed",
  move: "same",
  reopen: "asking",
  wait: "waiting",
  free: "same",
  leave: "new",
  hold: "held",
  report: "reported",
  retract: "fixed",
  rate: "same",
  follow: "same",
  close: "closed",
  refuse: "unmet",
  withdraw: "withdrawn",
  pass: "passed",
  take: "taken",
  return: "new",
} as const satisfies Record<string, Status | "same">;
export type Action = keyof typeof AFTER;

/** The one table of states: what can be done where. Buttons, guard, README and tests read it. */
export const ACTIONS = {
  new: ["change", "claim", "attach", "detach", "ask", "wait", "pass", "refuse", "withdraw"],
  asking: [
    "change",
    "reask",
    "claim",
    "attach",
    "detach",
    "ask",
    "answer",
    "remind",
    "complete",
    "lapse",
    "fix",
    "wait",
    "refuse",
    "withdraw",
  ],
  deciding: [
    "change",
    "reask",
    "claim",
    "attach",
    "detach",
    "ask",
    "answer",
    "remind",
    "fix",
    "wait",
    "pass",
    "refuse",
    "withdraw",
  ],
  waiting: ["change", "claim", "attach", "detach", "free", "ask", "fix", "leave", "refuse", "withdraw"],
  fixed: ["change", "claim", "attach", "detach", "move", "reopen", "hold", "withdraw"],
  held: ["claim", "attach", "detach", "report", "rate", "close"],
  reported: ["claim", "attach", "detach", "report", "retract", "rate", "follow", "close"],
  closed: ["rate", "follow"],
  unmet: [],
  withdrawn: [],
  passed: ["take", "return"],
  taken: [],
} as const satisfies Record<Status, readonly Action[]>;

export const may = (status: Status, action: Action): boolean =>
  (ACTIONS[status] as readonly Action[]).includes(action);

/** Whether it makes sense to ask a workplace for papers: they are for those who come, so not once they have been. */
export const wantsFiles = (status: Status): boolean => may(status, "attach") && !may(status, "rate");

/** What a workplace can change of its request by itself. */
export const PARTS = [
  "topics",
  "wish",
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
 * kept it free, so the subject, the place and the day are agreed with the secretariat.
 */
export const CHANGEABLE: Readonly<Partial<Record<Status, readonly Part[]>>> = {
  new: PARTS,
  asking: PARTS,
  deciding: PARTS,
  waiting: PARTS,
  fixed: ["wish", "size", "people", "contact", "phone", "email"],
};

/**
 * What an answer of a supporter was given to. Where one of these changes, everybody who was asked is asked anew: an
 * answer that is kept in part would be one that nobody gave.
 */
export const ANSWERED_TO: readonly Part[] = ["topics", "place", "wishes"];

export function afterwards(status: Status, action: Action): Status {
  const next = AFTER[action];
  return next === "same" ? status : next;
}

/** Whether nothing more can happen to the visit: a link to it is dead. What was handed on goes on elsewhere. */
export const isOver = (status: Status): boolean => ["closed", "unmet", "withdrawn"].includes(status);

/** The state that a history tells. */
export const replay = (actions: readonly Action[]): Status =>
  actions.reduce<Status>((status, action) => afterwards(status, action), "new");

/** The table as a diagram in Mermaid's words; the README holds what this writes. */
export function diagram(): string {
  const lines = STATUSES.flatMap((status) => {
    const ways = new Map<Status, Action[]>();
    for (const action of ACTIONS[status] as readonly Action[]) {
      const to = afterwards(status, action);
      if (to !== status) ways.set(to, [...(ways.get(to) ?? []), action]);
    }
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
