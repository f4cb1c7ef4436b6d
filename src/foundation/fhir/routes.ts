import { type RouteConfigEntry, route } from "@react-router/dev/routes";

export const fhirRoutes: RouteConfigEntry[] = [route("fhir/*", "foundation/fhir/pages/fhir.tsx")];
