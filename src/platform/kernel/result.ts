/** An expected outcome that may fail. A throw is a bug or an outage; everything a user can cause is one of these. */
export type Result<T, E = Refusal> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E };

/**
 * Why a use-case did not do what was asked.
 *
 * - `forbidden`: the actor may not; `reason` is for the log and the audit entry, never shown with detail.
 * - `not-found`: there is no such thing, or none that this actor may know of: the two look the same on purpose.
 * - `invalid`: the input broke rules; each field with the sentence that says how to mend it. `refused` where what was
 *   chosen in the field is what the actor may not.
 * - `conflict`: its state does not allow it.
 * - `question`: possible but odd, by field; done when it is sent again by who means it (`sure`).
 * - `stale`: the actor may, but has to show anew who they are.
 * - `overtaken`: somebody else saved it since the form was shown; `now` is what stands, as the form would show it.
 */
export type Refusal =
  | { readonly kind: "forbidden"; readonly reason: string }
  | { readonly kind: "not-found"; readonly what: string }
  | {
      readonly kind: "invalid";
      readonly fields: FieldErrors;
      readonly message?: string;
      readonly refused?: true;
    }
  | { readonly kind: "conflict"; readonly message: string }
  | { readonly kind: "question"; readonly fields: FieldErrors; readonly sure: string }
  | { readonly kind: "stale" }
  | { readonly kind: "overtaken"; readonly now: FormValues };

/** A thing as its form shows it: texts by field, empty where nothing is known. */
export type FormValues = Readonly<Record<string, string>>;

export type FieldErrors = Readonly<Record<string, readonly string[]>>;

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

export const refuse = <E>(error: E): { readonly ok: false; readonly error: E } => ({ ok: false, error });

export const forbidden = (reason: string) => refuse({ kind: "forbidden", reason } as const);
export const notFound = (what: string) => refuse({ kind: "not-found", what } as const);
export const invalid = (fields: FieldErrors, message?: string) =>
  refuse(
    message === undefined
      ? ({ kind: "invalid", fields } as const)
      : ({ kind: "invalid", fields, message } as const),
  );
export const conflict = (message: string) => refuse({ kind: "conflict", message } as const);

/** The value of a result that the caller knows to be good: a refusal here is a bug and throws. */
export function expectOk<T, E>(result: Result<T, E>): T {
  if (result.ok) return result.value;
  throw new Error(`expected success, was refused: ${JSON.stringify(result.error)}`);
}
