import { route } from "@react-router/dev/routes";

const page = (name: string) => `sensitive/health-record/pages/${name}.tsx`;

export const healthRecordRoutes = [
  route("health-booklet", page("booklet")),
  route("health-file", page("health-file")),
  route("health-file/checkups/:entry", page("checkup")),
  route("health-file/items/:item", page("item")),
  route("health-file/diary", page("diary")),
  route("health-file/shares", page("shares")),
  route("health-file/keep", page("keep")),
  route("shared-files/:token", page("shared-file")),
];

/** What answers without a page. */
export const healthRecordFiles = [route("health-booklet/:paper", page("booklet-file"))];
