import { z } from "zod";
import shipped from "../../../../reference/pledges/questions-2026.json" with { type: "json" };
import { BODIES, STEP_KINDS, TIERS } from "./act-lists.schema.ts";

/** The one next step of a question, and what fills it in. `otherwise` it is a request with `wish`, or an own act. */
const NextStep = z.object({
  kind: z.enum(STEP_KINDS),
  need: z.string().optional(),
  wanted: z.string().optional(),
  wish: z.string().optional(),
  topic: z.string().optional(),
  theme: z.string().optional(),
  device: z.string().optional(),
  law: z.string().optional(),
  since: z.string().optional(),
  due: z.string().optional(),
});
export type NextStep = z.infer<typeof NextStep>;

/** To whom a question applies: every part of it must hold. */
const When = z.object({
  least: z.number().optional(),
  most: z.number().optional(),
  canteen: z.literal(true).optional(),
  hired: z.literal(true).optional(),
  leads: z.literal(true).optional(),
  industries: z.array(z.string()).optional(),
  bodies: z.array(z.enum(BODIES)).optional(),
});
export type When = z.infer<typeof When>;

export const Question = z.object({
  key: z.string(),
  tier: z.enum(TIERS),
  /** The act of the source that it asks about, a duty by law, or what the area asks besides. */
  act: z.string(),
  ja: z.string(),
  en: z.string(),
  /** The same as something to do, where it is not done yet. */
  toDo: z.object({ ja: z.string(), en: z.string() }).optional(),
  next: NextStep,
  when: When.optional(),
  /** Trades that it fits most: there it comes first. */
  fits: z.array(z.string()).optional(),
  /** The criterion of awards for which a yes is a fact. */
  holds: z.string().optional(),
});
export type Question = Readonly<z.infer<typeof Question>>;

const Bank = z.object({
  edition: z.string(),
  date: z.string(),
  addresses: z.record(z.string(), z.object({ module: z.string(), to: z.string() })),
  questions: z.array(Question),
});

/** The edition that new checks ask from. A check keeps its own questions, so that no later edition changes a result. */
export const BANK = Bank.parse(shipped);
