/** What an evaluation looks at (the guideline's four), and how it may judge it. */
export const EVALUATION_KINDS = ["structure", "process", "output", "outcome"] as const;
export const GRADES = ["good", "fair", "poor"] as const;
