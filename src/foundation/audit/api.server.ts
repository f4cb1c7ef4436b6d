export { keepSealed } from "./chain/usecases.server.ts";
