import type { YuiModule } from "#foundation/modules/public.ts";

export const fhir: YuiModule = {
  name: "fhir",
  async routes() {
    const { fhirRoutes } = await import("./routes.ts");
    return { pages: [], files: fhirRoutes };
  },
};
