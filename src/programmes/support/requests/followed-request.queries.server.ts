import { query, reachAlso } from "#foundation/authority/public.ts";
import { notFound, ok } from "#platform/kernel/result.ts";
import { rowId } from "#platform/kernel/target.ts";
import { aboutArea } from "../support-target.usecases.server.ts";
import { requestIdOf } from "./request.commands.server.ts";
import { findRequest } from "./request.store.server.ts";

const OVER = { held: true, reported: true, closed: true } as Readonly<Record<string, boolean>>;

/** How far the request has come that a form with that key made; only who gave the form its key knows it. */
export const followRequest = query({
  name: "request.follow",
  ...aboutArea("request", { key: rowId() }),
  async run(permit, { area, key }) {
    const id = requestIdOf(area, key);
    await reachAlso(permit, area, id);
    const request = await findRequest(permit, area, id);
    if (!request) return notFound("request");
    const { number, status, fixed, kind, topics } = request;
    return ok({
      number,
      held: OVER[status] === true,
      over: status === "unmet" || status === "withdrawn",
      day: fixed?.day ?? null,
      kind,
      topics,
    });
  },
});
