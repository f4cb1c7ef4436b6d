export {
  loadDemonstrationOrganisations,
  type SampleOrganisations,
  sampleOrganisationId,
} from "./demonstration/usecases.server.ts";
export { ORGANISATION_WORDS, sectorLabel } from "./messages.ts";
export { type Organisation, SECTORS, type Sector } from "./schema.ts";
export {
  findOrganisation,
  getOrganisation,
  getOrganisations,
  listOrganisations,
  servedAreasOf,
} from "./usecases.server.ts";
