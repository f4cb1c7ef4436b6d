import columns from "../../../../reference/suicide-prevention/columns.json" with { type: "json" };
import consent from "../../../../reference/suicide-prevention/consent.json" with { type: "json" };
import measures from "../../../../reference/suicide-prevention/measures.json" with { type: "json" };
import rules from "../../../../reference/suicide-prevention/rules.json" with { type: "json" };

/** Dated files that an operator replaces: the columns that are read, the lists of measures, numbers and words agreed on. */
export const COLUMNS = columns;
export const MEASURES = measures;
export const RULES = rules;
export const CONSENT_TEXT = consent;

/** The measures that an office answers, each by its key. */
export const MEASURE_KEYS: readonly string[] = measures.measures.map(({ key }) => key);
