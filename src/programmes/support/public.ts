export { CARRIED_REQUESTS } from "./bundles/request-bundle.usecases.server.ts";
export { CARRIED_STEPS } from "./bundles/step-bundle.usecases.server.ts";
export {
  FOUND_OFFERS,
  FOUND_REQUESTS,
  FOUND_WINDOWS,
} from "./finding/found-request.queries.server.ts";
export { SUPPORT_LETTERS } from "./letters/letter.commands.server.ts";
export { INDUSTRY_NAMES } from "./model/offer.messages.ts";
export { INDUSTRIES } from "./model/offer-lists.schema.ts";
export { LONGEST_FORM_BYTES as REQUEST_FORM_BYTES, REQUEST_FORMS } from "./model/request-file.schema.ts";
export { OFFER_FEED } from "./offers/offer-feed.queries.server.ts";
export { offerImportJob } from "./offers/offer-import.usecases.server.ts";
export { SUPPORT_OF_ORGANISATION } from "./offers/organisation-part.queries.server.ts";
export { receivingAreas } from "./office/office.queries.server.ts";
export { supportDays } from "./requests/days.queries.server.ts";
export { followRequest } from "./requests/followed-request.queries.server.ts";
export { supportToday } from "./requests/inbox.queries.server.ts";
export { SUPPORT_PUBLISHED } from "./requests/request-states.queries.server.ts";
export { publishedRequests } from "./statistics/published-count.queries.server.ts";
export { REQUEST_STATISTICS } from "./statistics/statistics.rules.ts";
export { loadDemonstrationSupport } from "./system/demonstration.commands.server.ts";
export { upkeep as keepSupportUp } from "./system/upkeep.usecases.server.ts";
export { servicesToAsk } from "./workplace/ask-address.rules.ts";
export { askTexts } from "./workplace/ask-language.present.ts";
