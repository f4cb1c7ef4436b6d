import type { YuiModule } from "#foundation/modules/public.ts";

export const prefectures: YuiModule = {
  name: "prefectures",
  menu: [
    {
      label: "地域内の比較",
      icon: "map",
      to: (area) => `/areas/${area}/districts`,
      roles: ["coordinator", "member", "administrator", "auditor"],
      group: "beyond",
      position: 15,
    },
  ],
  async routes() {
    const { districtFileRoutes, districtRoutes } = await import("./routes.ts");
    return { pages: districtRoutes, files: districtFileRoutes };
  },
};
