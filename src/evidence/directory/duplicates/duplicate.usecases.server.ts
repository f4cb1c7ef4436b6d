import { z } from "zod";
import { getArea, inArea } from "#foundation/areas/public.ts";
import { command, query } from "#foundation/authority/public.ts";
import { conflict, notFound, ok } from "#platform/kernel/result.ts";
import { stepFrom, wrongState } from "#platform/kernel/states.ts";
import { rowId } from "#platform/kernel/target.ts";
import { directoryPolicy } from "../access.ts";
import {
  findResource,
  lockResources,
  selectResources,
  updateResource,
} from "../entries/resource.store.server.ts";
import { onResource } from "../entries/resource.usecases.server.ts";
import { lineOf } from "../entries/resource-list.present.ts";
import { STATE_NAMES } from "../entries/resource-page.messages.ts";
import { indexResources } from "../find/index.commands.server.ts";
import { SAYS } from "../model/form.messages.ts";
import { RESOURCE_STATES } from "../model/resource.rules.ts";
import type { ResourceId } from "../model/resource.schema.ts";
import { insertDistinct, selectPairs } from "./duplicate.store.server.ts";

const MOST_PAIRS = 100;

/** Pairs that may be one: only a person decides. */
export const listDuplicates = query({
  name: "resource.list-duplicates",
  ...inArea(directoryPolicy, "resource"),
  async run(permit) {
    const { area } = permit.subject;
    const pairs = await selectPairs(permit, area, MOST_PAIRS);
    const ids = [...new Set(pairs.flatMap(({ one, other }) => [one, other]))];
    const rows = await selectResources(
      permit,
      ids.map((id) => ({ areaId: area, id })),
    );
    const lines = new Map(rows.map((row) => [row.id as string, lineOf(row)]));
    const { slug, name } = await getArea(permit, area);
    return ok({
      area: { slug, name },
      pairs: pairs.map(({ one, other, why }) => ({ why, one: lines.get(one)!, other: lines.get(other)! })),
    });
  },
});

const withOther = z.object({ other: rowId<ResourceId>() });

/** Keeps this one and makes the other lead to it. What the other knew and this one lacks stays with the other. */
export const mergeResources = command({
  name: "resource.merge",
  ...onResource,
  input: withOther,
  async run(permit, { area, id, other }) {
    const both = await lockResources(permit, area, [id, other]);
    const [kept, gone] = [both.find((one) => one.id === id), both.find((one) => one.id === other)];
    if (!kept || !gone || kept.id === gone.id) return notFound("resource");
    if (kept.state !== "listed") return wrongState(STATE_NAMES[kept.state]);
    const next = stepFrom(RESOURCE_STATES, gone.state, "merge");
    if (!next.ok) return wrongState(STATE_NAMES[gone.state]);
    await updateResource(permit, gone, { state: next.value, mergedInto: kept.id });
    await indexResources(permit, [(await findResource(permit, area, gone.id))!]);
    return ok(kept.id);
  },
});

/** Takes a merge back: the other is listed again as it was. */
export const unmergeResource = command({
  name: "resource.unmerge",
  ...onResource,
  async run(permit, { area, id }) {
    const [one] = await lockResources(permit, area, [id]);
    if (!one?.mergedInto) return conflict(SAYS.gone);
    const next = stepFrom(RESOURCE_STATES, one.state, "unmerge");
    if (!next.ok) return wrongState(STATE_NAMES[one.state]);
    await insertDistinct(permit, area, [one.id, one.mergedInto]);
    await updateResource(permit, one, { state: next.value, mergedInto: null });
    await indexResources(permit, [(await findResource(permit, area, id))!]);
    return ok(id);
  },
});

/** Says that two are two: they are proposed no more. */
export const tellApart = command({
  name: "resource.tell-apart",
  ...onResource,
  input: withOther,
  async run(permit, { area, id, other }) {
    await insertDistinct(permit, area, [id, other]);
    return ok(id);
  },
});
