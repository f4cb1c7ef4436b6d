import {
  type ExamplePlace,
  type Examples,
  type PageGuards,
  standing,
} from "#foundation/authority/testing.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { listClients, makeClient } from "./clients/client.usecases.server.ts";

const input = { name: "見本の連携先", datasets: ["request-states"] };

const made = async ({ app, area, secretariat }: ExamplePlace): Promise<string> => {
  expectOk(await makeClient(app, secretariat, { area }, input));
  return expectOk(await listClients(app, secretariat, { area }))[0]!.id;
};

/** How the role matrix tries the keys of clients. */
export const examples: Examples = {
  "api-client.list": standing(({ area }) => ({ target: { area } })),
  "api-client.make": standing(({ area }) => ({ target: { area }, input })),
  "api-client.end": standing(async (place) => ({ target: { area: place.area, id: await made(place) } })),
};

/** Which use-case must grant each page. */
export const pages: PageGuards = {
  "areas/:area/api-clients": "api-client.list",
  "catalog.json": "open",
  "data/:dataset/rows.csv": "open",
  "data/:dataset/schema.json": "open",
  "api/v1/datasets/:dataset": "open",
};

export { endOfClient, listClients, makeClient } from "./clients/client.usecases.server.ts";
