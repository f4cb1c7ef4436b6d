import type { FieldErrors, Refusal } from "#platform/kernel/result.ts";
import { keyOf, qrPath } from "../present.ts";
import {
  beginSecondFactor,
  confirmSecondFactor,
  endSecondFactor,
  type Own,
  renewRecoveryCodes,
} from "../usecases.server.ts";

/** What the page shows next. */
export type Step =
  | Readonly<{ step: "start"; errors: FieldErrors }>
  | Readonly<{
      step: "scan";
      uri: string;
      secret: string;
      qr: ReturnType<typeof qrPath>;
      errors: FieldErrors;
    }>
  | Readonly<{ step: "codes"; codes: readonly string[] }>
  | Readonly<{ step: "ended" }>;

/** One form of the second factor's page, by its intent. */
export async function stepSecondFactor(own: Own, form: FormData): Promise<{ step: Step; headers?: Headers }> {
  const password = String(form.get("password") ?? "");
  switch (form.get("intent")) {
    case "confirm": {
      const uri = String(form.get("uri") ?? "");
      const result = await confirmSecondFactor(own, String(form.get("code") ?? ""));
      if (!result.ok) return { step: scan(uri, fieldsOf(result.error)) };
      return { step: { step: "codes", codes: result.value.codes }, headers: result.value.headers };
    }
    case "renew": {
      const result = await renewRecoveryCodes(own, password);
      if (!result.ok) return { step: start("renew", result.error) };
      return { step: { step: "codes", codes: result.value.codes } };
    }
    case "end": {
      const result = await endSecondFactor(own, password);
      if (!result.ok) return { step: start("end", result.error) };
      return { step: { step: "ended" }, headers: result.value.headers };
    }
    default: {
      const result = await beginSecondFactor(own, password);
      return { step: result.ok ? scan(result.value.uri, {}) : start("begin", result.error) };
    }
  }
}

const scan = (uri: string, errors: FieldErrors): Step => ({
  step: "scan",
  uri,
  secret: keyOf(uri),
  qr: qrPath(uri),
  errors,
});

/** Three forms on the page ask for the password: the sentence belongs to the one that was sent. */
const start = (form: string, refusal: Refusal): Step => ({
  step: "start",
  errors: { [form]: Object.values(fieldsOf(refusal)).flat() },
});

const fieldsOf = (refusal: Refusal): FieldErrors => (refusal.kind === "invalid" ? refusal.fields : {});
