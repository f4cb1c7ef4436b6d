import { type RouteConfigEntry, route } from "@react-router/dev/routes";
import { listFiles } from "#platform/lists/list-routes.ts";

const page = (url: string, file: string) => route(url, `evidence/directory/pages/${file}`);
const AREA = "areas/:area/directory";

export const directoryRoutes: RouteConfigEntry[] = [
  page(AREA, "find.tsx"),
  page(`${AREA}/manage`, "manage.tsx"),
  page(`${AREA}/new`, "new.tsx"),
  page(`${AREA}/import`, "import.tsx"),
  page(`${AREA}/import/:import`, "import-one.tsx"),
  page(`${AREA}/duplicates`, "duplicates.tsx"),
  page(`${AREA}/print`, "print.tsx"),
  page(`${AREA}/:resource`, "resource.tsx"),
  page(`${AREA}/:resource/edit`, "edit.tsx"),
  page("d/:token", "owner.tsx"),
];

/** Files, which stand outside the frame. */
export const directoryFileRoutes: RouteConfigEntry[] = [
  ...listFiles(AREA, "evidence/directory/pages/open-data.tsx"),
  page(`${AREA}/booklet.pdf`, "booklet.tsx"),
  page(`${AREA}/sessions.ics`, "sessions.tsx"),
  page(`${AREA}/:resource/sign.pdf`, "sign.tsx"),
  page(`${AREA}/import/:import/rejected.csv`, "rejected.tsx"),
  page("embed/areas/:area/directory", "embed.tsx"),
  page("hsds", "hsds.tsx"),
  route("hsds/*", "evidence/directory/pages/hsds.tsx", { id: "hsds-resources" }),
];
