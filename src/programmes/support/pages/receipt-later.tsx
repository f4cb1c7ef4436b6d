import type { App } from "#platform/app.ts";
import { declineOfferedPlace, joinLine, takeOfferedPlace } from "../capacity/waiting/usecases.server.ts";
import { remindNextYear, showConsultations } from "../reports/after/usecases.server.ts";
import type { Key } from "../requests/own/usecases.server.ts";

/** What the receipt's buttons do about waiting and about what follows a visit. */
export const laterSteps = (app: App, key: Key, text: (name: string) => string) => ({
  join: () => joinLine(app, key, text("offer")),
  take: () => takeOfferedPlace(app, key),
  decline: () => declineOfferedPlace(app, key),
  consultation: () => showConsultations(app, key),
  remind: () => remindNextYear(app, key, text("remindOn")),
});
