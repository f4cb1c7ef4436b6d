export {
  loadDemonstrationOrganisations,
  sampleOrganisationId,
} from "./demonstration/usecases.server.ts";
export { FOUND_ORGANISATIONS } from "./finding/found-organisation.queries.server.ts";
export { type Places, placeOf, placesOf } from "./import/location.rules.ts";
export { organisationImportJob } from "./import/usecases.server.ts";
export { sectorLabel } from "./messages.ts";
export { foldedName } from "./name.rules.ts";
export { type OrganisationLine, type OrganisationPart, organisationPartsContext } from "./part.schema.ts";
export { type Organisation, SECTORS, type Sector } from "./schema.ts";
export {
  changedOrganisations,
  findOrganisation,
  getOrganisations,
  listOrganisations,
  servedAreasOf,
} from "./usecases.server.ts";
