import type { YuiModule } from "#foundation/modules/public.ts";

export const datasets: YuiModule = {
  name: "datasets",
  addressWords: ["dataset"],
  async routes() {
    const { datasetRoutes } = await import("./routes.ts");
    return { pages: [], files: datasetRoutes };
  },
};
