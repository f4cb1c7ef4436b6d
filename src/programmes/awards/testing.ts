export { examples, pages } from "./system/example.testing.ts";
