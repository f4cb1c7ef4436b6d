import type { App } from "#platform/app.ts";
import { checked } from "#platform/kernel/checked.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { expectOk, type FieldErrors } from "#platform/kernel/result.ts";
import type { Language } from "../model/offer.messages.ts";
import { requestInput } from "../model/request.schema.ts";
import { fieldsOf, type Sent, withNeed } from "../model/request-form.rules.ts";
import { offersFor } from "../offers/offer.usecases.server.ts";
import { townsOf } from "../office/place.queries.server.ts";
import { fitsOf, wishOf } from "./ask.present.ts";
import { answersOf } from "./ask-answers.present.ts";

/** What fits a workplace by what it has said so far, and that in words. */
export async function saidSoFar(app: App, area: AreaId, language: Language, sent: Sent) {
  const { topics, size, municipality } = wishOf(sent);
  const offers = expectOk(await offersFor(app, area, { topics, size, municipality }));
  const fits = fitsOf(sent, offers, language, app.clock.today());
  const towns = await townsOf(app, area);
  return { fits, answers: answersOf(sent, { language, fits, towns }) };
}
export type SaidSoFar = Awaited<ReturnType<typeof saidSoFar>>;

/** What can't be read of the form, for its pages before it is sent. */
export function unreadableOf(app: App, language: Language, sent: Sent): FieldErrors {
  const schema = requestInput(language, app.clock.today(), { byItself: true });
  const read = checked(schema, fieldsOf(withNeed(sent, language)));
  return !read.ok && read.error.kind === "invalid" ? read.error.fields : {};
}
