import { formShowing } from "#platform/kernel/form-values.ts";
import { type PlainDate, showDateJa } from "#platform/kernel/plain-date.ts";
import {
  CONFIRMED_NAMES,
  ENTRY,
  ENTRY_STATE_NAMES,
  EVIDENCE_NAMES,
  KIND_NAMES,
} from "../model/award.messages.ts";
import { mirrorOf } from "../model/award.rules.ts";
import type { Entry, Honour, Round } from "../model/award.schema.ts";
import { EXCUSES } from "../model/award-lists.schema.ts";
import { weighed } from "../model/entry.rules.ts";
import { MIRROR } from "../model/scheme.schema.ts";

/** An entry as its form shows it. */
export const entryValues = (entry: Entry): Record<string, string> => ({
  ...{ workplace: entry.workplace, workers: String(entry.workers), canteen: entry.canteen ? "true" : "" },
  ...{ contact: entry.contact, phone: entry.phone, email: entry.email, address: entry.address },
  ...{ clear: entry.clear ? "true" : "", mayPublish: entry.mayPublish ? "true" : "" },
  eligible: entry.rate ? String(entry.rate.eligible) : "",
  examined: entry.rate ? String(entry.rate.examined) : "",
  reminded: entry.rate?.reminded ? "true" : "",
  ...Object.fromEntries(EXCUSES.map((one) => [`excused-${one}`, String(entry.rate?.excused[one] ?? "")])),
  ...Object.fromEntries(
    Object.entries(entry.answers).flatMap(([key, { said, note }]) => [
      [`c-${key}`, said ? "true" : ""],
      [`n-${key}`, note],
    ]),
  ),
});

/** The criteria of a round as a form asks for them. */
export const criteriaOf = ({ body, withdrawn }: Round) =>
  body.groups.map(({ key, name }) => ({
    ...{ key, name },
    criteria: body.criteria
      .filter((one) => one.group === key && !withdrawn.some((gone) => gone.key === one.key))
      .map((one) => ({
        ...{ key: one.key, text: one.ja, kind: KIND_NAMES[one.kind], rate: one.rate === true },
        evidence: EVIDENCE_NAMES[one.evidence],
      })),
  }));
export type CriteriaGroups = ReturnType<typeof criteriaOf>;

/** The items of the state's programme with what this entry holds of them. It says nothing of passing. */
function mirror(entry: Entry, lines: ReturnType<typeof weighed>["lines"]) {
  const held = new Map<string, string>();
  const criteria = new Map(lines.map((line) => [line.key, line]));
  for (const key of ["menu", "exercise", "talk", "leave", "mental", "guidance", "smoking"])
    if (criteria.get(key)?.met) held.set(key, "応募の内容");
  if (criteria.get("in-charge")?.met) held.set("in_charge", "応募の内容");
  if (criteria.get("stress-check")?.met) held.set("stress_check", "応募の内容");
  if (criteria.get("checkup")?.met) held.set("checkup_rate", "健康診断の受診率");
  for (const { key, text, on } of entry.facts) held.set(key, `${text}（${showDateJa(on as PlainDate)}）`);
  return {
    ...{ title: MIRROR.title, edition: MIRROR.edition, note: MIRROR.note, excluded: MIRROR.excluded },
    items: mirrorOf(MIRROR.items, held),
  };
}

/** An entry as whoever entered and the secretariat see it: what stands behind each criterion, and what became of it. */
export function entryView(entry: Entry, round: Round, honour: Honour | undefined) {
  const { lines, given, judged } = weighed(round.body, entry, round.withdrawn);
  const known = new Map(round.body.criteria.map((one) => [one.key, one]));
  const decided = round.decisions.at(-1)?.verdicts.find((one) => one.entry === entry.id);
  // What was decided is shown as it was decided, whatever was corrected since.
  const shown = decided?.lines ?? lines;
  return {
    ...{ id: entry.id, number: entry.number, state: entry.state, workplace: entry.workplace },
    stateName: ENTRY_STATE_NAMES[entry.state],
    round: { id: round.id, title: round.title, state: round.state },
    groups: criteriaOf(round),
    bars: round.body.bars,
    form: formShowing(entryValues(entry)),
    facts: entry.facts.map(({ text, on }) => ({ text, on: showDateJa(on as PlainDate) })),
    against: judged.against.length,
    judgeable: judged.judgeable,
    lines: shown
      .filter((line) => line.applies)
      .map((line) => {
        const { ja, next, evidence } = known.get(line.key)!;
        const confirmed = entry.confirmed[line.key];
        return {
          ...{ key: line.key, text: ja, met: line.met, next: line.met ? null : next },
          evidence: EVIDENCE_NAMES[given[line.key]!.evidence],
          weak: line.weak ? ENTRY.weak(EVIDENCE_NAMES[evidence]) : null,
          confirmed: confirmed
            ? ENTRY.confirmed(CONFIRMED_NAMES[confirmed.kind], showDateJa(confirmed.on as PlainDate))
            : null,
        };
      }),
    result: decided
      ? {
          tier: decided.tier && round.body.tiers.find(({ key }) => key === decided.tier)!.name,
          reason: decided.reason,
          share: decided.judged.share,
          honour: honour && !honour.revokedOn ? honour.id : null,
        }
      : null,
    appeal: entry.appeal,
    answer: entry.appealAnswer,
    mirror: mirror(entry, lines),
  };
}
