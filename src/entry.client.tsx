import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { HydratedRouter } from "react-router/dom";
import { startMenus } from "./ui/enhance/menus.ts";
import { startSearch } from "./ui/enhance/search.ts";

startMenus();
startSearch();

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <HydratedRouter />
    </StrictMode>,
  );
});
