export { MASKED, resourceOf, told } from "./fhir.present.ts";
export { answerFhir } from "./fhir.queries.server.ts";
export { FhirAsked, type FhirKind, type FhirPage, fhirKindsContext, type Resource } from "./fhir.schema.ts";
