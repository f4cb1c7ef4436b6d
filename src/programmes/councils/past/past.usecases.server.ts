import { getArea, inArea } from "#foundation/areas/public.ts";
import { command, query } from "#foundation/authority/public.ts";
import { ok } from "#platform/kernel/result.ts";
import { councilPolicy } from "../access.ts";
import { selectCouncils } from "../bodies/body-tree.store.server.ts";
import { ofArea, ofPart } from "../model/council-target.schema.ts";
import { PastInput } from "../model/past.schema.ts";
import { pastValues, presentPast } from "./past.present.ts";
import { insertPast, selectPast, updatePast } from "./past.store.server.ts";

/** The area's history and its place in the plans above, which anybody may know. */
export const listPast = query({
  name: "past.list",
  ...inArea(councilPolicy, "past"),
  async run(permit) {
    const { area } = permit.subject;
    const mayEdit = councilPolicy.may(permit.actor, "past.change", permit.subject) !== undefined;
    const rows = await selectPast(permit);
    const { id, slug, name } = await getArea(permit, area);
    return ok({
      ...{ area: { id, slug, name }, mayEdit },
      councils: (await selectCouncils(permit, [area])).map((one) => one.name),
      events: rows.filter(({ kind }) => kind === "event").map(presentPast),
      plans: rows.filter(({ kind }) => kind === "plan").map(presentPast),
      /** As their forms show them. */
      values: mayEdit ? Object.fromEntries(rows.map((row) => [row.id, pastValues(row)])) : {},
    });
  },
});

export const addPast = command({
  name: "past.add",
  ...ofArea("past"),
  input: PastInput,
  once: true,
  run: async (permit, { area: _, ...past }) => ok({ id: await insertPast(permit, past) }),
});

export const changePast = command({
  name: "past.change",
  ...ofPart("past"),
  input: PastInput,
  async seen(permit, { id }) {
    const past = (await selectPast(permit)).find((one) => one.id === id);
    return past && pastValues(past);
  },
  values: pastValues,
  async run(permit, { area: _, id, ...past }) {
    await updatePast(permit, id, past);
    return ok({ id });
  },
});
