import {
  type Example,
  type ExamplePlace,
  type Examples,
  type PageGuards,
  standing,
} from "#foundation/authority/testing.ts";
import { requestExamples } from "./examples/enquiry.testing.ts";
import { followedExamples } from "./examples/followed.testing.ts";
import { offerExamples } from "./examples/offer.testing.ts";
import { offerImportExamples } from "./examples/offer-import.testing.ts";
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

const CLIENT = "0198f2a0-0000-7000-8000-00000000c11e";

/** How the role matrix tries each command and query of requests and what goes with them. */
export const examples: Examples = {
  ...offerExamples,
  ...offerImportExamples,
  ...waitingExamples,
  ...requestExamples,
  ...followedExamples,
  "request.list-states": standing(({ area }) => ({
    target: { area, client: CLIENT, after: null, since: null, limit: 10 },
    holds: { "api-client": CLIENT },
  })),
  "request.give-bundle": once(() => ({ since: null })),
  "request.take-bundle": standing(() => ({ target: {}, input: { rows: [] } })),
  "request.give-steps": once(() => ({ since: null })),
  "request.take-steps": standing(() => ({ target: {}, input: { rows: [] } })),
  "office.find": once(() => ({ slug: "hamada" })),
  "office.towns": inArea,
  "consultation.list": inArea,
  "receipt.find": once(({ area }) => ({ area, sender: "203.0.113.1", language: "ja" })),
  "office.read": inArea,
  "office.list": anywhere,
  "offer.list-of": once(({ organisation }) => ({ organisation })),
  "offer.serve": anywhere,
  "enquiry.count-of": once(({ organisation }) => ({ organisation })),
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

/** Which use-case must grant each page. */
export const pages: PageGuards = {
  "areas/:area/ask": "office.receivers",
  "areas/:area/ask/find": "open",
  "areas/:area/consultations": "consultation.list",
  "r/:token": "receipt.read",
  "r/:token/change": "receipt.change",
  "areas/:area/own": "receipt.list",
  "areas/:area/own/:request": "receipt.read",
  "areas/:area/own/:request/change": "receipt.change",
  "a/:token": "enquiry.read",
  "a/:token/mail": "letter.read-wish",
  "areas/:area/requests": "request.list",
  "areas/:area/requests/new": "request.enter",
  "areas/:area/requests/statistics": "statistics.read",
  "areas/:area/requests/letters": "open",
  "areas/:area/requests/:request": "request.read",
  "areas/:area/calendar": "calendar.list",
  "areas/:area/asked": "enquiry.list",
  "areas/:area/offers": "offer.list",
  "areas/:area/offers/import": "offer-import.list",
  "areas/:area/offers/import/:import": "offer-import.read",
  "areas/:area/offers/import/:import/rejected.csv": "offer-import.read-rejected",
  "areas/:area/offers/template.csv": "open",
  "areas/:area/offers/template.xlsx": "open",
  "areas/:area/offers/:offer": "offer.read",
  "areas/:area/requests.csv": "request.export",
  "areas/:area/requests.xlsx": "request.export",
  "areas/:area/offers.csv": "offer.list",
  "areas/:area/offers.xlsx": "offer.list",
  "areas/:area/ask.pdf": "office.receivers",
  "r/:token/visit.ics": "receipt.calendar",
  "r/:token/files/:file": "receipt.file",
  "areas/:area/own/:request/files/:file": "receipt.file",
  "a/:token/files/:file": "enquiry.file",
  "a/:token/visit.ics": "enquiry.calendar",
  "areas/:area/requests/:request/files/:file": "request.file",
  "areas/:area/own/:request/visit.ics": "receipt.calendar",
  "feeds/:token": "calendar.feed",
  "areas/:area/requests/statistics.csv": "statistics.read",
};

export { enter } from "./examples/request.testing.ts";
