import type { Published } from "#foundation/datasets/public.ts";

/** How programs read the figures. */
export const INDICATORS_PUBLISHED: Published = {
  services: [
    {
      name: "api",
      title: { ja: "健康指標のAPI", en: "API of health indicators" },
      path: "/api/v1",
      standard: "https://spec.openapis.org/oas/v3.1.0",
    },
    {
      name: "fhir",
      title: { ja: "健康指標と地域資源（FHIR R4）", en: "Indicators and services by FHIR R4" },
      path: "/fhir",
      standard: "http://hl7.org/fhir/R4/",
    },
  ],
};
