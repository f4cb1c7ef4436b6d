export { CHECKUP_ITEMS, type CheckupItem } from "./data/checkup-item.schema.ts";
export { JUDGEMENT_SETS } from "./data/judgement-letters.schema.ts";
export { isBound, judgementOf, readCheckupValue } from "./model/checkup-value.rules.ts";
