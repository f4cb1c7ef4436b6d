import { command } from "#foundation/authority/public.ts";
import { formTexts } from "#platform/kernel/form-values.ts";
import { invalid, notFound, ok, type Result } from "#platform/kernel/result.ts";
import type { CouncilPermit } from "../access.ts";
import { findBody, insertBody, updateBody } from "../bodies/body.store.server.ts";
import { parentsIn } from "../bodies/body-tree.queries.server.ts";
import { lockTree, selectOver } from "../bodies/body-tree.store.server.ts";
import { refreshBoardLine } from "../maturity/board.usecases.server.ts";
import { BODIES } from "../messages.ts";
import { BodyInput } from "../model/body.schema.ts";
import type { PlacedBody } from "../model/body-tree.schema.ts";
import { ofArea, ofBody } from "../model/council-target.schema.ts";

async function parentOf(
  permit: CouncilPermit,
  { parentId }: BodyInput,
): Promise<Result<PlacedBody | undefined>> {
  if (parentId === null) return ok(undefined);
  const parent = (await parentsIn(permit)).find((one) => one.id === parentId);
  return parent ? ok(parent) : notFound("body");
}

export const createBody = command({
  name: "body.create",
  ...ofArea("body"),
  input: BodyInput,
  once: true,
  async run(permit, { area: _, ...body }) {
    const parent = await parentOf(permit, body);
    if (!parent.ok) return parent;
    const id = await insertBody(permit, { ...body, parentAreaId: parent.value?.areaId ?? null });
    await refreshBoardLine(permit);
    return ok({ id });
  },
});

/** A body as its form shows it. */
export const bodyValues = (body: BodyInput) =>
  formTexts(body, "name", "kind", "parentId", "foundedOn", "termsOfReference", "quorum");

export const changeBody = command({
  name: "body.change",
  ...ofBody,
  input: BodyInput,
  async seen(permit, { body: id }) {
    await lockTree(permit);
    const body = await findBody(permit, id);
    return body && bodyValues(body);
  },
  values: bodyValues,
  async run(permit, { area: _, body: id, ...body }) {
    const parent = await parentOf(permit, body);
    if (!parent.ok) return parent;
    if (parent.value && (await selectOver(permit, parent.value)).includes(id)) return invalid(BODIES.circle);
    await updateBody(permit, id, { ...body, parentAreaId: parent.value?.areaId ?? null });
    await refreshBoardLine(permit);
    return ok(undefined);
  },
});
