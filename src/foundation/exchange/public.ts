export { type CarriedKind, carriedKindsContext } from "./carried.schema.ts";
export { makeBundle, readBundle } from "./making.commands.server.ts";
export { exchangeToday, readExchange } from "./overview.queries.server.ts";
export { addPartner, beginExchange } from "./partner.commands.server.ts";
export { inspectBundle, takeBundle } from "./taking.commands.server.ts";
