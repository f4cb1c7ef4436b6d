import { route } from "@react-router/dev/routes";

export const searchRoutes = [route("search", "foundation/search/pages/search.tsx")];
