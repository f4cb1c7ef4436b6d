import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { HydratedRouter } from "react-router/dom";
import { startCharts } from "./ui/enhance/charts.ts";
import { startMenus } from "./ui/enhance/menus.ts";
import { startSearch } from "./ui/enhance/search.ts";

startMenus();
startSearch();
// After the pages have come to life, which would take its marks for a mistake.
addEventListener("load", () => setTimeout(startCharts));

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <HydratedRouter />
    </StrictMode>,
  );
});
