import { addressContext, requestOf } from "#foundation/identity/public.ts";
import { answerSchema } from "../answer.queries.server.ts";
import { publishedContext } from "../dataset.schema.ts";
import type { Route } from "./+types/table-schema";

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { app } = requestOf(context);
  const dataset = context.get(publishedContext).datasets.find(({ name }) => name === params.dataset);
  return answerSchema(app, dataset, { request, address: context.get(addressContext) });
}
