import type { FieldErrors, FormValues } from "./result.ts";

/** A mail that would go out, without the secrets of its links. */
export type PreviewedMail = Readonly<{ to: string; name: string; subject: string; body: string }>;

/** The step of a form at which it shows what would go out. */
export const PREVIEW = "preview";

/** What a form that was not done is shown with again: why, and all that was typed. */
export type FormAnswer = Readonly<{
  /** The command that was asked for. */
  command: string;
  errors: FieldErrors;
  message: string | null;
  /** What somebody else has saved since the form was shown; `seen` is its fingerprint, which counts as seen from now on. */
  overtaken: Readonly<{ now: FormValues; seen: string }> | null;
  /** What is possible but odd; `sure` is what the form is sent with again by who means it. */
  question?: Readonly<{ fields: FieldErrors; sure: string }>;
  /** Where no answer came: it may have arrived all the same. */
  unsent?: "lost" | "failed";
  /** The page has said above its forms why nothing was done. */
  told?: boolean;
  /** Nothing was asked for yet: a row was added or taken away, or another step of the form is shown. */
  step?: string;
  /** What would go out, and to whom, where that is shown before it is done. */
  outgoing?: readonly PreviewedMail[];
  /** The texts of the form by name, and all that was chosen of a name with several; in the order of the page. */
  values: Readonly<Record<string, string>>;
  choices: Readonly<Record<string, readonly string[]>>;
}>;
