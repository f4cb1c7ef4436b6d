import { z } from "zod";

/** Texts of one thing by language: Japanese always, easy Japanese and others where somebody wrote them. */
export const Words = z.object({ ja: z.string() }).catchall(z.string());
export type Words = Readonly<{ ja: string } & Partial<Record<string, string>>>;

export const QUESTION_KINDS = ["single", "multiple", "scale", "grid", "number", "month", "text"] as const;

/** Ids are given once and never again; what was taken out stays here as retired, so that its column keeps its place. */
const Id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
export const Choice = z.object({
  id: Id,
  label: Words,
  /** "None of these": leaves out the others. */
  none: z.boolean().optional(),
  /** Asks for a text of its own. */
  other: z.boolean().optional(),
  retired: z.boolean().optional(),
});
export type Choice = z.infer<typeof Choice>;

export const Question = z.object({
  id: Id,
  kind: z.enum(QUESTION_KINDS),
  block: z.string().default(""),
  text: Words,
  note: Words.optional(),
  choices: z.array(Choice).default([]),
  /** Of a grid: what is judged on the same choices. */
  rows: z.array(Choice).default([]),
  unit: z.string().optional(),
  decimals: z.number().int().min(0).max(4).optional(),
  least: z.number().optional(),
  most: z.number().optional(),
  must: z.boolean().optional(),
  /** Asked only of who chose one of these in an earlier question. */
  only: z.object({ question: Id, choices: z.array(Id) }).optional(),
  /** Who the words are by, where they are published ones. */
  credit: z.string().optional(),
  /** A score that is made of several questions; it finds no cases. */
  scale: z.string().optional(),
  /** Asked of nobody: its choices are themes, given by hand to what was written under this name. */
  codes: z.string().optional(),
  retired: z.boolean().optional(),
});
export type Question = z.infer<typeof Question>;

export const Questionnaire = z.object({ questions: z.array(Question) });
export type Questionnaire = z.infer<typeof Questionnaire>;

/** An answer to one question: the ids of its choices, a number or a text. Grids answer row by row, under `question--row`. */
export type Answered = string | number | readonly string[];
/** Answers by variable; what was left blank is not there. */
export type Answers = Readonly<Record<string, Answered>>;

export const NO_QUESTIONS: Questionnaire = { questions: [] };

/** A question by up to two others. */
export const TablePlan = z.array(z.array(z.string()).min(1).max(3));
export type TablePlan = z.infer<typeof TablePlan>;
