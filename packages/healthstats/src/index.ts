export { RefusedArgument } from "./refusal.ts";
