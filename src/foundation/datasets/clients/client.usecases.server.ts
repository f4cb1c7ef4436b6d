import { z } from "zod";
import { inArea } from "#foundation/areas/public.ts";
import { command, query } from "#foundation/authority/public.ts";
import { makeLink, revokeLinks } from "#foundation/links/public.ts";
import { notFound, ok } from "#platform/kernel/result.ts";
import { rowId } from "#platform/kernel/target.ts";
import { clientPolicy } from "../access.ts";
import { CLIENT_KEY } from "../dataset.schema.ts";
import { CLIENTS } from "../messages.ts";
import { endClient, insertClient, selectClients } from "./client.store.server.ts";

const { errors } = CLIENTS;

export const listClients = query({
  name: "api-client.list",
  ...inArea(clientPolicy, "api-client"),
  run: async (permit) => ok(await selectClients(permit)),
});

const Input = z.object({
  name: z
    .string({ error: errors.name })
    .trim()
    .min(1, { error: errors.name })
    .max(80, { error: errors.name }),
  datasets: z.preprocess(
    (sent) => [sent ?? []].flat(),
    z
      .array(z.string().regex(/^[a-z-]{1,60}$/), { error: errors.datasets })
      .min(1, { error: errors.datasets }),
  ),
});

/** Gives a program its key; it is kept nowhere, and read here once. */
export const makeClient = command({
  name: "api-client.make",
  ...inArea(clientPolicy, "api-client"),
  input: Input,
  async run(permit, { name, datasets }) {
    const { id } = await insertClient(permit, { name, datasets });
    const key = await makeLink(permit, {
      ...{ area: permit.subject.area, purpose: CLIENT_KEY, subjectType: "api-client", subject: id },
      ...{ detail: { datasets: datasets.join(" ") }, expiresAt: null },
    });
    return ok({ name, key });
  },
});

/** From now on its key opens nothing. */
export const endOfClient = command({
  name: "api-client.end",
  ...inArea(clientPolicy, "api-client", { id: rowId() }),
  async run(permit, { id }) {
    const { numUpdatedRows } = await endClient(permit, id);
    if (numUpdatedRows === 0n) return notFound("client");
    await revokeLinks(permit, permit.subject.area, { subject: id, purpose: CLIENT_KEY });
    return ok(undefined);
  },
});
