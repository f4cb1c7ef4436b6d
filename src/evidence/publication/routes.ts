import { route } from "@react-router/dev/routes";

const EDITION = "areas/:area/editions/:publication/:period/:number";

export const pages = [
  route("areas/:area/editions", "evidence/publication/pages/editions.tsx"),
  route(EDITION, "evidence/publication/pages/edition.tsx"),
];
export const files = [route(`${EDITION}/:format`, "evidence/publication/pages/edition-file.tsx")];
