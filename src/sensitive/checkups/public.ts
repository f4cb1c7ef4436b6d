export { CHECKUP_ITEMS, type CheckupItem } from "./data/checkup-item.schema.ts";
export { JUDGEMENT_SETS, type JudgementLetter, type JudgementSet } from "./data/judgement-letters.schema.ts";
export { type CheckupValue, isBound, judgementOf, readCheckupValue } from "./model/checkup-value.rules.ts";
