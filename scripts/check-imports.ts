import { dirname } from "node:path";
import { checkImports } from "./fence/check.ts";
import { checkDoors } from "./fence/doors.ts";
import { conclude } from "./sources.ts";

const root = dirname(import.meta.dirname);
const { files, problems } = await checkImports(root);
const doors = checkDoors(root);
conclude(
  "fence",
  [...problems, ...doors.problems],
  `${files} files, every import goes where it may; ${doors.files} open no row by themselves`,
);
