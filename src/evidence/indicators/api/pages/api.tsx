import { datasetPaths, publishedContext } from "#foundation/datasets/public.ts";
import { addressContext, requestOf } from "#foundation/identity/public.ts";
import { refuseMethod } from "#platform/web/open-answer.ts";
import { answer } from "../api.server.ts";
import type { Route } from "./+types/api";

/** Everything under /api/v1. */
export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { app } = requestOf(context);
  const { datasets, keyed } = context.get(publishedContext);
  const more = datasetPaths(datasets, keyed);
  return answer(app, { request, path: params["*"] ?? "", address: context.get(addressContext), more });
}

export const action = () => refuseMethod();
