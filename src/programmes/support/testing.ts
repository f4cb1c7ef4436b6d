import type { Example, ExamplePlace, Examples } from "#foundation/authority/testing.ts";
import { requestExamples } from "./examples/enquiry.testing.ts";
import { offerExamples } from "./examples/offer.testing.ts";
import { waitingExamples } from "./examples/waiting.testing.ts";

const once =
  (target: (place: ExamplePlace) => Example["target"], holds?: (place: ExamplePlace) => string) =>
  async (place: ExamplePlace): Promise<Example | undefined> =>
    place.state === "standing"
      ? { target: target(place), ...(holds ? { holds: { feed: holds(place) } } : {}) }
      : undefined;
const inArea = once(({ area }) => ({ area }));
const ofOrganisation = once(({ area, organisation }) => ({ area, organisation }));
const ofYear = once(({ area }) => ({ area, year: null }));
const anywhere = once(() => ({}));

/** How the role matrix tries each command and query of requests and what goes with them. */
export const examples: Examples = {
  ...offerExamples,
  ...waitingExamples,
  ...requestExamples,
  "office.find": once(() => ({ slug: "hamada" })),
  "office.towns": inArea,
  "office.read": inArea,
  "office.list": anywhere,
  "office.receivers": inArea,
  "statistics.read": ofYear,
  "statistics.full": ofYear,
  "statistics.due": anywhere,
  "statistics.publish": inArea,
  "calendar.list": inArea,
  "calendar.renew": ofOrganisation,
  "calendar.end": ofOrganisation,
  "calendar.feed": once(
    ({ area, organisation }) => ({ area, type: "organisation", id: organisation }),
    ({ organisation }) => organisation,
  ),
};
