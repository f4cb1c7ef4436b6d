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
  ],
};
