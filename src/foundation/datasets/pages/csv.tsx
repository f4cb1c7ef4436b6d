import { addressContext, requestOf } from "#foundation/identity/public.ts";
import { answerCsv } from "../answer.queries.server.ts";
import { publishedContext } from "../dataset.schema.ts";
import type { Route } from "./+types/csv";

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { app } = requestOf(context);
  const dataset = context.get(publishedContext).datasets.find(({ name }) => name === params.dataset);
  return answerCsv(app, dataset, { request, address: context.get(addressContext) });
}
