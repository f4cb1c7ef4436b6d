import { route } from "@react-router/dev/routes";

const page = (name: string) => `sensitive/health-record/pages/${name}.tsx`;

export const healthRecordRoutes = [
  route("health-file", page("health-file")),
  route("health-file/checkups/:entry", page("checkup")),
  route("health-file/items/:item", page("item")),
  route("health-file/shares", page("shares")),
  route("health-file/keep", page("keep")),
  route("shared-files/:token", page("shared-file")),
];
