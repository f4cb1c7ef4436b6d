import { type Actor, scopeOf } from "#foundation/actors/public.ts";
import { act, authorise } from "#foundation/authority/public.ts";
import { getOrganisations } from "#foundation/organisations/public.ts";
import type { App } from "#platform/app.ts";
import { checked } from "#platform/kernel/checked.ts";
import { type AreaId, idOfSent } from "#platform/kernel/ids.ts";
import { notFound, ok, type Result } from "#platform/kernel/result.ts";
import { planPolicy } from "../access.ts";
import { isThere } from "../deleting/store.server.ts";
import { editPlan } from "../usecases.server.ts";
import { seenBy, speaksFor } from "./rules.ts";
import { type Commented, CommentInput, type PlanComment } from "./schema.ts";
import { insertComment, selectComments, updateHidden } from "./store.server.ts";

export type CommentView = Readonly<{
  comments: readonly PlanComment[];
  mayComment: boolean;
  mayHide: boolean;
}>;

/** What was said of a thing of the plan, the earliest first, and what the reader may do with it. */
export function listComments(
  app: App,
  actor: Actor,
  area: AreaId,
  of: Commented,
): Promise<Result<CommentView>> {
  return act(app, actor, async (unit) => {
    const subject = { type: of.thing, id: of.id, area };
    const permit = await authorise(unit, planPolicy, "plan.read", subject);
    if (!permit.ok) return permit;
    const mayHide = planPolicy.may(actor, "plan.edit", subject) !== undefined;
    const mayComment = planPolicy.may(actor, "plan.comment", subject) !== undefined;
    return ok({
      comments: seenBy(await selectComments(unit, area, of), mayHide),
      mayComment,
      mayHide,
    });
  });
}

/** Says something in the name of one's organisation. `onceKey` makes a second send of the same form the same comment. */
export function commentOn(
  app: App,
  actor: Actor,
  area: AreaId,
  of: Commented,
  input: unknown,
  onceKey?: string,
): Promise<Result<undefined>> {
  return act(app, actor, async (unit): Promise<Result<undefined>> => {
    const subject = { type: of.thing, id: of.id, area };
    const permit = await authorise(unit, planPolicy, "plan.comment", subject);
    if (!permit.ok) return permit;
    const comment = checked(CommentInput, input);
    if (!comment.ok) return comment;
    if (!(await isThere(unit, area, of.thing, of.id))) return notFound(of.thing);
    const organisationId = speaksFor(actor, area);
    const organisations = await getOrganisations(unit, organisationId ? [organisationId] : []);
    await insertComment(unit, area, of, {
      id: idOfSent(onceKey),
      text: comment.value.text,
      organisation: (organisationId && organisations.get(organisationId)?.name) ?? "",
      by: scopeOf(actor).actor,
      at: unit.clock.now(),
    });
    return ok(undefined);
  });
}

/** Hides a comment from all but the secretariat, or shows it again. */
export function hideComment(app: App, actor: Actor, area: AreaId, id: string, hidden: boolean) {
  return editPlan(
    app,
    actor,
    area,
    "comment",
    async (unit, by, at): Promise<Result<undefined>> =>
      (await updateHidden(unit, area, id, hidden ? { by, at } : null)) ? ok(undefined) : notFound("comment"),
  );
}
