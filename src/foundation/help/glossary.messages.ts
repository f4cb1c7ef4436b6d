import { EVENT_TERMS } from "./event-terms.messages.ts";
import { FIELD_TERMS, type Term } from "./field-terms.messages.ts";
import { PROGRAMME_TERMS } from "./programme-terms.messages.ts";
import { WORK_TERMS } from "./work-terms.messages.ts";

export type { Term };
export const GLOSSARY: readonly Term[] = [...FIELD_TERMS, ...WORK_TERMS, ...EVENT_TERMS, ...PROGRAMME_TERMS];
