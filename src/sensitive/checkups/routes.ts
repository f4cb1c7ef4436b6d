import { route } from "@react-router/dev/routes";
import { listFiles } from "#platform/lists/list-routes.ts";

const page = (name: string) => `sensitive/checkups/pages/${name}.tsx`;

export const pages = [
  route("areas/:area/checkups", page("checkups")),
  route("areas/:area/checkups/agreements", page("agreements")),
  route("areas/:area/checkups/editions", page("checkup-editions")),
  route("areas/:area/checkups/questions", page("questions")),
  route("areas/:area/checkups/picture", page("picture")),
  route("checkup-imports", page("checkup-imports")),
  route("checkup-imports/new", page("checkup-import-new")),
  route("checkup-imports/:import", page("checkup-import")),
  route("checkup-hash", page("hash")),
];

export const files = [
  route("checkup-imports/:import/rejected.csv", page("checkup-import-rejected")),
  route("checkup-hash/page.html", page("hash-file")),
  ...listFiles("areas/:area/checkups/questions", page("question-file")),
];
