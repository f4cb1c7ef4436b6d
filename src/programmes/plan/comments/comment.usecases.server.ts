import { command, query } from "#foundation/authority/public.ts";
import { getOrganisations } from "#foundation/organisations/public.ts";
import { notFound, ok } from "#platform/kernel/result.ts";
import { aboutRow, aboutThing, planPolicy } from "../access.ts";
import { isThere } from "../chain/deleted-row.store.server.ts";
import { seenBy, speaksFor } from "./comment.rules.ts";
import { CommentInput, commentedInArea, commentInArea, type PlanComment } from "./comment.schema.ts";
import { insertComment, selectComments, updateHidden } from "./comment.store.server.ts";

export type CommentView = Readonly<{
  comments: readonly PlanComment[];
  mayComment: boolean;
  mayHide: boolean;
}>;

/** What was said of a thing of the plan, the earliest first, and what the reader may do with it. */
export const listComments = query({
  name: "plan-comment.list",
  policy: planPolicy,
  target: commentedInArea,
  subject: aboutThing,
  async run(permit, { area, ...of }) {
    const { actor, subject } = permit;
    const mayHide = planPolicy.may(actor, "plan-comment.hide", subject) !== undefined;
    const mayComment = planPolicy.may(actor, "plan-comment.write", subject) !== undefined;
    const comments = seenBy(await selectComments(permit, area, of), mayHide);
    return ok<CommentView>({ comments, mayComment, mayHide });
  },
});

/** Says something in the name of one's organisation. */
export const commentOn = command({
  name: "plan-comment.write",
  policy: planPolicy,
  target: commentedInArea,
  subject: aboutThing,
  input: CommentInput,
  once: true,
  async run(permit, { area, text, ...of }) {
    if (!(await isThere(permit, area, of.thing, of.id))) return notFound(of.thing);
    const organisationId = speaksFor(permit.actor, area);
    const organisations = await getOrganisations(permit, organisationId ? [organisationId] : []);
    const organisation = (organisationId && organisations.get(organisationId)?.name) ?? "";
    await insertComment(permit, area, of, { text, organisation });
    return ok(undefined);
  },
});

/** Hides a comment from all but the secretariat. */
export const hideComment = command({
  name: "plan-comment.hide",
  ...aboutRow("comment"),
  target: commentInArea,
  run: async (permit, { area, id, of }) =>
    (await updateHidden(permit, area, { id, of }, true)) ? ok(undefined) : notFound("comment"),
});

export const showComment = command({
  name: "plan-comment.show",
  ...aboutRow("comment"),
  target: commentInArea,
  run: async (permit, { area, id, of }) =>
    (await updateHidden(permit, area, { id, of }, false)) ? ok(undefined) : notFound("comment"),
});
